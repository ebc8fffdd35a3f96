// cargo's configuration: the linker and runner, and what build scripts (the cc, cmake, pkg-config and bindgen crates) read.
#pragma once

#include "emit/facts.h"
#include "emit/toml_text.h"

namespace jetson {

inline constexpr std::string_view kRustTarget = "aarch64-unknown-linux-gnu";

// Everything is scoped to the target, so that build scripts and proc-macros for this machine see none of it, but LIBCLANG_PATH, which is
// the same for both. Never rustflags (RUSTFLAGS would void them), build.target (`cargo install` obeys it), CC or CFLAGS.
std::vector<TomlEntry> build_cargo_entries(const Facts& facts);

// What of it goes to build scripts, as names and values of the environment.
std::vector<std::pair<std::string, std::string>> build_cargo_environment(const Facts& facts);

std::string emit_cargo(const Facts& facts);

// One word of a list that is split as a shell splits it; quoted where it must be.
std::string shell_word(const std::string& word);

}  // namespace jetson
