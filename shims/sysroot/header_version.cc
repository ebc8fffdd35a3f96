#include "sysroot/header_version.h"

namespace jetson {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view next_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
  const std::string_view word = line.substr(0, line.find_first_of(kBlanks));
  line.remove_prefix(word.size());
  return word;
}

// The first word of what `macro` is defined as.
std::string_view definition_of(std::string_view text, std::string_view macro) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::string_view directive = next_word(line);
    if (directive == "#") directive = next_word(line);
    if (directive != "#define" && directive != "define") continue;
    if (next_word(line) == macro) return next_word(line);
  }
  return {};
}

}  // namespace

std::optional<std::string> version_by_macros(std::string_view text, std::initializer_list<std::string_view> macros) {
  std::string version;
  for (const std::string_view macro : macros) {
    std::string_view value = definition_of(text, macro);
    const auto is_number = [&] { return !value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos; };
    if (!is_number() && !value.empty()) value = definition_of(text, value);
    if (!is_number()) break;
    version.append(version.empty() ? "" : ".").append(value);
  }
  if (version.empty()) return std::nullopt;
  return version;
}

}  // namespace jetson
