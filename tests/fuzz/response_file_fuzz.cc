// Response files, with any bytes in them, quoted and not, naming each other: cut into words, put together again, opened.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/response_file.h"
#include "forward/arguments.h"
#include "fuzz/require.h"
#include "support/fake_disk.h"

using namespace jetson;
using Words = std::vector<std::string>;

namespace {

constexpr std::string_view kCut = "----\n";

// The parts of the input between lines of four dashes: the arguments, one a line, then the files a, b, c, ….
Words cut(std::string_view text) {
  Words parts;
  while (true) {
    const auto end = text.find(kCut);
    parts.emplace_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + kCut.size());
  }
}

Words lines(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

void check_quoting(const Words& words) {
  require(split_gnu_words(quote_gnu_words(words)) == words, "quoted words come back as they were");
}

bool is_file(const std::string& word, const Disk& disk) { return word.size() > 1 && word[0] == '@' && disk.info(word.substr(1)).is_file(); }

// The same by the plainest way: open the first that can be opened, until none is left. Nothing where they name each other in a circle
// or one cannot be opened.
std::optional<Words> open_one_by_one(Words words, const Disk& disk) {
  for (int opened = 0; opened < 50; ++opened) {
    const auto file = std::find_if(words.begin(), words.end(), [&](const std::string& word) { return is_file(word, disk); });
    if (file == words.end()) return words;
    std::string text = *disk.read(file->substr(1), 1 << 20);
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return std::nullopt;
    if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
    const Words inner = split_gnu_words(text);
    words.insert(words.erase(file), inner.begin(), inner.end());
  }
  return std::nullopt;
}

Words texts(const UserArguments& arguments) {
  Words words;
  for (const Argument& argument : arguments.before_terminator()) words.push_back(argument.text);
  for (const Argument& argument : arguments.from_terminator()) words.push_back(argument.text);
  return words;
}

void check_arguments(const Words& given, const Words& opened, const Disk& disk) {
  UserArguments untouched(given, disk);
  require(untouched.words() == opened, "the arguments are seen as they are opened");
  Words kept = given;
  std::erase_if(kept, [&](const std::string& word) { return expand_response_files({&word, 1}, disk).empty(); });
  require(texts(untouched) == kept, "untouched arguments are passed on as they were given");
  if (opened.empty()) return;

  const std::size_t middle = opened.size() / 2;
  UserArguments split(given, disk);
  split.set_terminator(middle);
  require(expand_response_files(texts(split), disk) == opened, "a terminator moves nothing");

  UserArguments dropped(given, disk);
  dropped.drop(middle);
  Words without = opened;
  without.erase(without.begin() + static_cast<std::ptrdiff_t>(middle));
  require(expand_response_files(texts(dropped), disk) == without, "dropping a word drops no other");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Words parts = cut({reinterpret_cast<const char*>(data), size});
  for (const std::string& part : parts) {
    const Words words = split_gnu_words(part);
    require(std::find(words.begin(), words.end(), "") == words.end(), "no word of a response file is empty, as with LLVM");
    check_quoting(words);
    if (!part.empty()) check_quoting({part});
  }

  FakeDisk disk;
  for (std::size_t i = 1; i < parts.size() && i <= 26; ++i) disk.add_file(std::string(1, static_cast<char>('a' + i - 1)), parts[i]);
  const Words given = lines(parts.front());
  const Words opened = expand_response_files(given, disk);
  const auto expected = open_one_by_one(given, disk);
  if (!expected) return 0;
  require(opened == *expected, "each response file stands for its words");
  check_arguments(given, opened, disk);
  return 0;
}
