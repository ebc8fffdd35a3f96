// What the parts of the check look at, and the parts: a file each, all with the sysroot read-only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/finding.h"
#include "forward/sysroot.h"
#include "settings/settings.h"
#include "sysroot/check.h"
#include "sysroot/dpkg_status.h"
#include "sysroot/elf.h"

namespace jetson {

struct Subject {
  const Sysroot& sysroot;
  const Disk& disk;
  const Settings& settings;
  std::string multiarch;
  Packages packages;
  Sysroot::Gcc gcc;                      // the one our tools take
  std::vector<std::string> directories;  // where they look for -lX: target paths without links, in order

  std::string on_host(std::string_view target_path) const { return sysroot.on_host(target_path); }
  // A file of the sysroot by its target path; links are followed inside. Nothing where it is not there or larger than `limit` bytes.
  std::optional<std::string> read(std::string_view target_path, std::size_t limit = std::size_t{1} << 20) const;
  // The same for what an ELF file says of itself.
  Result<std::optional<ElfFacts>> read_elf_file(const std::string& target_path) const;
  // The target path of `name` in the first of `among` that has it.
  std::optional<std::string> find_file(std::string_view name, const std::vector<std::string>& among) const;
};

// A regular file with a shared library's name ("libm.so.6", "plugin.so").
struct SharedLibrary {
  std::string path;               // target path, of the file itself
  std::uint64_t size = 0;
  std::optional<ElfFacts> facts = {};  // nothing: no ELF file
  std::string damage = {};             // why it cannot be read
};

Findings check_release(const Subject& subject);
Findings check_glibc(const Subject& subject);
Findings check_gcc(const Subject& subject);
Findings check_start_files(const Subject& subject);
Findings check_cuda(const Subject& subject);
// cuDNN, TensorRT, VPI, OpenCV, the multimedia API.
Findings check_jetpack_libraries(const Subject& subject);
// Wrong machine, empty, a link's text, no library; and scripts that name what is not there.
Findings check_shared_libraries(const Subject& subject, const std::vector<SharedLibrary>& libraries);
Findings check_archives(const Subject& subject, const std::vector<std::string>& archives);
// DT_NEEDED names that the board's dynamic loader would not find. `names`: every library name of the sysroot, links too, with its directory.
Findings check_needed(const Subject& subject, const std::vector<SharedLibrary>& libraries,
                      const std::multimap<std::string, std::string>& names);
// Small programs compiled and linked by our own tools.
Findings check_builds(const Subject& subject, const CheckRequest& request);

}  // namespace jetson
