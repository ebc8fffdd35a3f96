#include "sysroot/copy.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/file.h"

namespace jetson {
namespace {

constexpr std::size_t kHole = 1 << 16;  // zeros shorter than this are written

}  // namespace

Error write_error(const std::string& name) {
  Error error{.what = "cannot write " + name + " (" + std::strerror(errno) + ")", .where = {}, .fix = {}, .more = {}};
  if (lacks_room(errno)) error.fix = "make room there, or name a destination on another file system";
  return error;
}

Failure write_with_holes(int to, const char* data, std::size_t size, std::uint64_t offset, const std::string& name) {
  const auto is_zero = [&](std::size_t at) { return data[at] == 0 && std::memcmp(data + at, data + at + 1, std::min(kHole, size - at) - 1) == 0; };
  for (std::size_t start = 0; start < size;) {
    std::size_t end = start;
    while (end < size && !is_zero(end)) end += std::min(kHole, size - end);
    while (start < end) {
      const std::ptrdiff_t n = write_at(to, data + start, end - start, offset + start);
      if (n < 0) return write_error(name);
      start += static_cast<std::size_t>(n);
    }
    while (start < size && is_zero(start)) start += std::min(kHole, size - start);
  }
  return std::nullopt;
}

}  // namespace jetson
