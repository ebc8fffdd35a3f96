// The settings file that `init` writes: what was found, so that the forwarders need not look.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "settings/settings.h"

namespace jetson {

struct FoundSettings {
  std::string sysroot, module, cpu, gcc_directory, libclang;
  std::string cpu_remark;  // why it is not the module's own; or empty
  std::vector<std::pair<std::string, std::string>> programs;  // "clang" and its path, …
  Words library, library_last, include, pkg_config;           // of the board
  bool has_outline_atomics = true;
};

// Short: the forwarders read it on every call, and each byte costs them some 150 instructions.
std::string emit_settings(const FoundSettings& found);

}  // namespace jetson
