// Which settings file: the order is fixed and documented, and never includes the working directory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"

namespace jetson {

inline constexpr std::string_view kConfigVariable = "AARCH64_JETSON_CONFIG";

// Where a file for `prefix` is looked for after AARCH64_JETSON_CONFIG, in order:
//   $XDG_CONFIG_HOME/aarch64-jetson/<prefix>.toml, or ~/.config/… where that is unset or relative (as the XDG specification says),
//   <folder of the tools>/../etc/<prefix>.toml.
std::vector<std::string> settings_candidates(std::string_view prefix, const Environment& environment,
                                             const std::string& executable);

// The file to read; empty for the built-in defaults. A file named by AARCH64_JETSON_CONFIG is returned whether it is there or not.
std::string locate_settings(std::string_view prefix, const Environment& environment, const std::string& executable,
                            const Disk& disk);

}  // namespace jetson
