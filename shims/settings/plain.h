// A shortcut for settings files as `init` and most people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "settings/settings.h"

namespace jetson {

// The settings, where `text` keeps to the plain part of TOML (bare keys; strings without escapes; lists of them; comments) and nothing in
// it is wrong; then they are what the TOML library would give, to the last column. Nothing otherwise: the library must read it then, and
// say what is wrong. On every compile it would take some 200 instructions for each byte (tests/bench); this takes 30.
std::optional<Settings> read_plain_settings(std::string_view text, const std::string& file);

}  // namespace jetson
