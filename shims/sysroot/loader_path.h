// Where the board's dynamic loader looks for shared libraries.
#pragma once

#include <string>
#include <vector>

#include "sysroot/subject.h"

namespace jetson {

// Target paths without links: ld.so.conf and what it includes, the system's directories, and those that NVIDIA's first boot adds to
// ld.so.conf.d (shared/design/jetson.md, 3), which a root filesystem that never ran has no file for.
std::vector<std::string> locate_loader_directories(const Subject& subject);

// A DT_RUNPATH with $ORIGIN and its kin replaced, for a library in `directory`.
std::vector<std::string> expand_runpath(const std::vector<std::string>& runpath, const std::string& directory, const std::string& multiarch);

}  // namespace jetson
