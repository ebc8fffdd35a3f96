// The bytes of one open file into another, by the cheapest way the file systems know.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/error.h"

namespace jetson {

// Shared blocks (reflink) where they can be, else data only, holes kept. `name` is for messages.
Failure copy_file(int from, int to, std::uint64_t size, const std::string& name);

// `size` bytes to `offset` of `to`, zeros as holes: the file's size may then want setting by ftruncate.
Failure write_with_holes(int to, const char* data, std::size_t size, std::uint64_t offset, const std::string& name);

// What a failed write to the new sysroot means; from errno.
Error write_error(const std::string& name);

}  // namespace jetson
