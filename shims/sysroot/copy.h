// The bytes of one open file into another, by the cheapest way the file systems know.
#pragma once

#include <cstdint>

#include "base/error.h"

namespace jetson {

// Shared blocks (reflink) where they can be, else data only, holes kept. `name` is for messages.
Failure copy_file(int from, int to, std::uint64_t size, const std::string& name);

// What a failed write to the new sysroot means; from errno.
Error write_error(const std::string& name);

}  // namespace jetson
