// Puts what was emitted where its tool looks, and loses nothing of what is there.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace jetson {

enum class Written { kNew, kChanged, kSame };

// Whole or not at all: written beside and renamed, folders made. A link is followed; an existing file keeps its mode.
Result<Written> write_file(const std::string& path, std::string_view text);

// The same, but refuses to replace a file that says other things and was not written by us: one whose first line does not hold `mark`.
Result<Written> write_own_file(const std::string& path, std::string_view text, std::string_view mark);

}  // namespace jetson
