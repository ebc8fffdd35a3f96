// One walk over the parts of a sysroot that a build reads: its links and its libraries. What is kept in memory of a file is its name and
// what its ELF headers say, and that only of libraries.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/finding.h"
#include "sysroot/keep.h"
#include "sysroot/subject.h"

namespace jetson {

struct Scan {
  std::vector<SharedLibrary> shared;               // regular files, in no order
  std::vector<std::string> archives;               // libX.a, target paths
  std::multimap<std::string, std::string> names;   // of shared libraries and links to some -> the directory
  Findings links;                                  // what is wrong with links, and directories that cannot be read
};

// "libm.so", "libm.so.6", "plugin.so"; not "ld.so.conf", "libstdc++.so.6.0.30-gdb.py".
bool has_library_name(std::string_view name);

// `rules`: what `sysroot make` would take over; nothing else is looked at. Directories for other machines (arm-linux-gnueabihf) are not
// either.
Scan scan_sysroot(const Subject& subject, const KeepRules& rules);

}  // namespace jetson
