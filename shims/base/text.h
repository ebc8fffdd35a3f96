// Small things about text that the standard library lacks.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace jetson {

// A JSON string with its quotes. Bytes that are not UTF-8 become lone surrogates U+DC80..DCFF, as Python's surrogateescape reads
// them back, so that no argument is lost in a report.
std::string json_quote(std::string_view text);

// For a terminal or a log: control characters, and bytes that are not UTF-8, as "\x1b". A file name may hold any.
std::string printable(std::string_view text);

// Length of the valid UTF-8 sequence at the front of `text`, which is not empty; 0 where there is none.
std::size_t utf8_length(std::string_view text);

// Without its end, which is CR LF where a program of Windows wrote it.
std::string_view first_line(std::string_view text);

// The word of `known` with the fewest edits from `word`; empty where none is near (more than a third of its letters wrong).
std::string nearest(std::string_view word, std::span<const std::string> known);

}  // namespace jetson
