#include "base/command_line.h"

namespace jetson {
namespace {

constexpr std::string_view kNeedsQuotes = " \t\n\v\"";

// A backslash is itself, but before a quote, where each pair of them is one.
void append_quoted(std::string& line, std::string_view word) {
  if (!word.empty() && word.find_first_of(kNeedsQuotes) == std::string_view::npos) {
    line += word;
    return;
  }
  line += '"';
  std::size_t backslashes = 0;
  for (const char c : word) {
    if (c == '"') line.append(backslashes + 1, '\\');
    backslashes = c == '\\' ? backslashes + 1 : 0;
    line += c;
  }
  line.append(backslashes, '\\').append("\"");
}

}  // namespace

std::string quote_command_line(std::span<const std::string> words) {
  std::string line;
  for (const std::string& word : words) {
    if (&word == &words.front()) {
      line.append("\"").append(word).append("\"");
      continue;
    }
    line += ' ';
    append_quoted(line, word);
  }
  return line;
}

}  // namespace jetson
