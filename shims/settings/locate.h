// Which settings file: the order is fixed and documented, and never includes the working directory.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"

namespace jetson {

inline constexpr std::string_view kConfigVariable = "AARCH64_JETSON_CONFIG";

// $XDG_CONFIG_HOME/aarch64-jetson, or ~/.config/aarch64-jetson where that is unset or relative (as the XDG specification says); on
// Windows %APPDATA%/aarch64-jetson. Nothing where the environment names no such folder.
std::optional<std::string> user_folder(const Environment& environment);

// Where a file for `prefix` is looked for after AARCH64_JETSON_CONFIG, in order:
//   <prefix>.toml in the user's folder,
//   <folder of the tools>/../etc/<prefix>.toml.
std::vector<std::string> settings_candidates(std::string_view prefix, const Environment& environment,
                                             const std::string& executable);

// The file to read; empty for the built-in defaults. A file named by AARCH64_JETSON_CONFIG is returned whether it is there or not.
std::string locate_settings(std::string_view prefix, const Environment& environment, const std::string& executable,
                            const Disk& disk);

}  // namespace jetson
