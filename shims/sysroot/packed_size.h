// How large a compressed file is unpacked, where it says so: xz in its index, zstd in its first frame.
#pragma once

#include <cstdint>
#include <string>

namespace jetson {

// Bytes; 0 where it is not told (gz, bz2, a zstd made of a pipe, an xz of several streams).
std::uint64_t packed_size(const std::string& path);

}  // namespace jetson
