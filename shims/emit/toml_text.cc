#include "emit/toml_text.h"

#include <cstdio>

namespace jetson {

std::string toml_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7f) {
      quoted += c;
      continue;
    }
    char escaped[8];
    std::snprintf(escaped, sizeof escaped, "\\u%04x", byte);
    quoted += escaped;
  }
  return quoted + '"';
}

std::string toml_list(std::span<const std::string> words) {
  std::string list;
  for (const std::string& word : words) list.append(list.empty() ? "" : ", ").append(toml_string(word));
  return "[" + list + "]";
}

std::string print_toml_line(const TomlEntry& entry) {
  return entry.key + " = " + entry.value + (entry.comment.empty() ? "" : "  # " + entry.comment) + "\n";
}

std::string print_toml(std::span<const TomlEntry> entries) {
  std::string text, table;
  for (const TomlEntry& entry : entries) {
    if (entry.table != table) text.append(text.empty() ? "" : "\n").append("[" + entry.table + "]\n");
    table = entry.table;
    text += print_toml_line(entry);
  }
  return text;
}

}  // namespace jetson
