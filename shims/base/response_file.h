// Response files ("@file") as clang, lld and the LLVM tools read them on every POSIX host: GNU quoting.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"

namespace jetson {

// Words of a response file: blanks part them, a backslash takes the next character as it is, '…' and "…" hold words together.
std::vector<std::string> split_gnu_words(std::string_view text);

// One word a line, quoted so that split_gnu_words and LLVM's TokenizeGNUCommandLine give back the same words. LLVM cannot read
// an empty word back (14 and 19 drop ''): callers leave empty words on the command line.
std::string quote_gnu_words(std::span<const std::string> words);

// What a tool will see: each "@file" replaced by its words, nested files too. A file that is not there, is no regular file (reading
// a pipe would empty it), holds UTF-16 or leads back to itself stays as it is. Ends at kMostResponseFiles.
std::vector<std::string> expand_response_files(std::span<const std::string> arguments, const Disk& disk);

// For a command that is longer than the system takes: the words from `first` on moved into response files, but for empty ones, which no
// response file can hold. `store` keeps a text and says by which path other programs can read it.
Result<std::vector<std::string>> move_to_response_files(std::span<const std::string> words, std::size_t first,
                                                        const std::function<Result<std::string>(const std::string& text)>& store);

inline constexpr int kMostResponseFiles = 1000;

}  // namespace jetson
