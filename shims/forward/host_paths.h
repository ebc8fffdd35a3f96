// Keeps the host's headers and libraries out of the target's build: -I/usr/include, -L/usr/lib/x86_64-linux-gnu and their kin.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "forward/arguments.h"
#include "forward/sysroot.h"
#include "settings/settings.h"

namespace jetson {

// What becomes of a directory that the user named.
struct HostPath {
  bool is_host = false;                // a system directory of this machine
  std::optional<std::string> replace;  // its counterpart in the sysroot, as a path on this machine
};
HostPath judge_host_path(std::string_view path, const Sysroot& sysroot, std::string_view multiarch);

// Which words name search directories: clang's driver and lld spell them differently.
enum class Grammar { kDriver, kLinker };

// Applies the policy of the settings to every search directory among the words. Returns warnings to print.
Result<std::vector<std::string>> apply_host_paths(UserArguments& arguments, Grammar grammar, const Setting<HostPaths>& policy,
                                                  const Sysroot& sysroot, std::string_view multiarch);

}  // namespace jetson
