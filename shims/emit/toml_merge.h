// Entries into a TOML file that someone else keeps: its text, comments and order stay; what is missing comes to its table.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "emit/toml_text.h"

namespace jetson {

struct MergeRequest {
  std::span<const TomlEntry> entries;
  // Entries of the top level whose value is one element of the list that `key` names.
  std::span<const TomlEntry> elements = {};
  bool replace = false;  // values that are there and say something else; else they are an Error
};

// The text with all entries in it: the same text where they are there already. An Error where the text is no TOML, where a value would
// have to be replaced, or where it is written in a way we do not edit (inline tables); `file` names it.
Result<std::string> merge_toml(std::string_view text, const std::string& file, const MergeRequest& request);

}  // namespace jetson
