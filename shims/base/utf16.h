// Windows speaks UTF-16, we UTF-8. Half of a surrogate pair alone, which file names and arguments there may hold, goes through both ways
// as the three bytes that UTF-8 would give it, so nothing that came in is lost.
#pragma once

#include <string>
#include <string_view>

namespace jetson {

// Bytes that are no UTF-8 become U+FFFD.
std::u16string utf16_of(std::string_view text);

std::string utf8_of(std::u16string_view text);

}  // namespace jetson
