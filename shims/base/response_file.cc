#include "base/response_file.h"

#include <algorithm>

namespace jetson {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;
constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_utf16(std::string_view text) { return text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"); }

// `open`: the files that `arguments` stand in, outermost first.
void expand_into(std::vector<std::string>& out, std::span<const std::string> arguments, const Disk& disk, std::vector<std::string>& open,
                 int& files_left) {
  for (const std::string& argument : arguments) {
    if (argument.size() < 2 || argument[0] != '@' || files_left <= 0) {
      out.push_back(argument);
      continue;
    }
    const std::string path = argument.substr(1);
    // One that leads back to itself would come out as often as files are left. LLVM 14 leaves it, too; 19 refuses the call.
    if (std::find(open.begin(), open.end(), path) != open.end()) {
      out.push_back(argument);
      continue;
    }
    // Looked at first: opening a FIFO or a terminal may wait for ever.
    if (!disk.info(path).is_file()) {
      out.push_back(argument);
      continue;
    }
    const Result<std::string> text = disk.read(path, kMostBytes);
    if (!text || is_utf16(*text)) {
      out.push_back(argument);
      continue;
    }
    --files_left;
    std::string_view body = *text;
    if (body.starts_with(kUtf8Mark)) body.remove_prefix(kUtf8Mark.size());
    open.push_back(path);
    expand_into(out, split_gnu_words(body), disk, open, files_left);
    open.pop_back();
  }
}

}  // namespace

std::vector<std::string> split_gnu_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      word += text[++i];
    } else if (quote != 0) {
      if (c == quote) quote = 0;
      else word += c;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (is_blank(c)) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string quote_gnu_words(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) {
    for (const char c : word) {
      if (is_blank(c) || c == '\\' || c == '"' || c == '\'') text += '\\';
      text += c;
    }
    text += '\n';
  }
  return text;
}

std::vector<std::string> expand_response_files(std::span<const std::string> arguments, const Disk& disk) {
  std::vector<std::string> out, open;
  int files_left = kMostResponseFiles;
  expand_into(out, arguments, disk, open, files_left);
  return out;
}

Result<std::vector<std::string>> move_to_response_files(std::span<const std::string> words, std::size_t first,
                                                        const std::function<Result<std::string>(const std::string& text)>& store) {
  std::vector<std::string> out(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
  for (std::size_t i = first; i < words.size();) {
    if (words[i].empty()) {
      out.push_back(words[i++]);
      continue;
    }
    std::size_t end = i;
    while (end < words.size() && !words[end].empty()) ++end;
    const auto path = store(quote_gnu_words(words.subspan(i, end - i)));
    if (!path) return path.error();
    out.push_back("@" + *path);
    i = end;
  }
  return out;
}

}  // namespace jetson
