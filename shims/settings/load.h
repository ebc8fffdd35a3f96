// Reads a settings file into Settings.
#pragma once

#include <string>
#include <string_view>

#include "base/disk.h"
#include "base/environment.h"
#include "base/error.h"
#include "settings/settings.h"

namespace jetson {

inline constexpr std::string_view kSysrootVariable = "JETSON_SYSROOT";

// The file's values over the built-in defaults; `file` names it in messages. Everything that is wrong is in the one Error: text that
// is no TOML, keys that do not exist (with the nearest that does), values of the wrong type.
Result<Settings> parse_settings(std::string_view text, const std::string& file);

// The same without the shortcut of settings/plain.h.
Result<Settings> parse_any_settings(std::string_view text, const std::string& file);

// Reads `file` (empty: defaults), unless it was found by search and is not to be trusted; then lets JETSON_SYSROOT have the last word and
// makes the paths in it absolute: "~" is the home folder (left as it is where HOME is not set), relative ones start at the settings file.
Result<Settings> load_settings(const std::string& file, const Environment& environment, const Disk& disk);

}  // namespace jetson
