// TOML to be written: strings, lists, and tables of entries.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jetson {

struct TomlEntry {
  std::string table;    // "target.aarch64-unknown-linux-gnu"; empty: the top level, which must come first
  std::string key;
  std::string value;    // as TOML
  std::string comment;  // behind it, without "#"; or empty
};

// In quotes. Backslashes, quotes and control characters are escaped; the text must be UTF-8.
std::string toml_string(std::string_view text);
std::string toml_list(std::span<const std::string> words);

// "[table]" before its entries, in the order given.
std::string print_toml(std::span<const TomlEntry> entries);
std::string print_toml_line(const TomlEntry& entry);

}  // namespace jetson
