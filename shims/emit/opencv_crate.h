// What the `opencv` crate needs beyond the rest of cargo's configuration; its versions differ.
#pragma once

#include "emit/facts.h"
#include "emit/toml_text.h"

namespace jetson {

// The version of `opencv` in the text of a Cargo.lock; the highest where there are several. Nothing where there is none.
std::optional<std::string> find_opencv_version(std::string_view lock);

// An entry that build_cargo_entries makes too (LIBCLANG_PATH) is meant in its place. An Error where the sysroot or this machine lacks what
// that version needs.
Result<std::vector<TomlEntry>> build_opencv_entries(const Facts& facts, const std::string& version);

}  // namespace jetson
