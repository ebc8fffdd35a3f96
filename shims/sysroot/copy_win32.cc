#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "base/file.h"
#include "sysroot/copy.h"

namespace jetson {

Failure copy_file(int from, int to, std::uint64_t size, const std::string& name) {
  std::vector<char> buffer(1 << 20);
  for (std::uint64_t at = 0; at < size;) {
    const std::ptrdiff_t n = read_at(from, buffer.data(), buffer.size(), at);
    if (n < 0) return Error{.what = "cannot read " + name + " (" + std::strerror(errno) + ")", .where = {}, .fix = {}, .more = {}};
    if (n == 0) break;  // it has become shorter meanwhile
    if (auto failure = write_with_holes(to, buffer.data(), static_cast<std::size_t>(n), at, name)) return failure;
    at += static_cast<std::uint64_t>(n);
  }
  if (!set_size(to, size)) return write_error(name);
  return std::nullopt;
}

}  // namespace jetson
