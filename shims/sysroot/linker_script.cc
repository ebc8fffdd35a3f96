#include "sysroot/linker_script.h"

#include <algorithm>
#include <iterator>

namespace jetson {
namespace {

constexpr std::string_view kCommands[] = {"INPUT", "GROUP", "AS_NEEDED", "OUTPUT_FORMAT", "SEARCH_DIR", "OUTPUT_ARCH", "EXTERN", "ENTRY"};

bool is_command(std::string_view word) { return std::find(std::begin(kCommands), std::end(kCommands), word) != std::end(kCommands); }

// Words, and each parenthesis as a word; comments are left out.
std::vector<std::string_view> tokens_of(std::string_view text) {
  constexpr std::string_view kSeparators = " \t\r\n,;";
  std::vector<std::string_view> tokens;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i, 2) == "/*") {
      const std::size_t end = text.find("*/", i + 2);
      i = end == std::string_view::npos ? text.size() : end + 2;
    } else if (kSeparators.find(text[i]) != std::string_view::npos) {
      ++i;
    } else if (text[i] == '(' || text[i] == ')') {
      tokens.push_back(text.substr(i++, 1));
    } else if (text[i] == '"') {
      const std::size_t end = std::min(text.find('"', i + 1), text.size());
      tokens.push_back(text.substr(i + 1, end - i - 1));
      i = end + 1;
    } else {
      const std::size_t end = std::min(text.find_first_of(" \t\r\n,;()\"", i), text.size());
      tokens.push_back(text.substr(i, end - i));
      i = end;
    }
  }
  return tokens;
}

}  // namespace

std::vector<std::string> files_of_linker_script(std::string_view text) {
  std::vector<std::string> files;
  std::vector<std::string_view> open;  // the command of each open parenthesis
  std::string_view last;
  for (const std::string_view token : tokens_of(text)) {
    if (token == "(") open.push_back(last);
    else if (token == ")" && !open.empty()) open.pop_back();
    else if (!open.empty() && !is_command(token) && (open.back() == "INPUT" || open.back() == "GROUP" || open.back() == "AS_NEEDED"))
      files.emplace_back(token);
    last = token;
  }
  return files;
}

bool is_linker_script(std::string_view text) {
  const auto tokens = tokens_of(text);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
    if (is_command(tokens[i]) && tokens[i + 1] == "(") return true;
  return false;
}

}  // namespace jetson
