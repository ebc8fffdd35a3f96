#include "sysroot/copy.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "base/posix.h"

namespace jetson {
namespace {

Error read_error(const std::string& name) {
  return {.what = "cannot read " + name + " (" + std::strerror(errno) + ")", .where = {}, .fix = {}, .more = {}};
}

Failure copy_by_hand(int from, int to, off_t start, off_t end, const std::string& name) {
  std::vector<char> buffer(1 << 18);
  while (start < end) {
    const auto wanted = static_cast<std::size_t>(std::min<off_t>(end - start, static_cast<off_t>(buffer.size())));
    const ssize_t n = pread(from, buffer.data(), wanted, start);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return read_error(name);
    if (n == 0) return std::nullopt;  // it has become shorter meanwhile
    if (auto failure = write_with_holes(to, buffer.data(), static_cast<std::size_t>(n), static_cast<std::uint64_t>(start), name)) return failure;
    start += n;
  }
  return std::nullopt;
}

Failure copy_range(int from, int to, off_t start, off_t end, const std::string& name) {
  off_t in = start, out = start;
  while (in < end) {
    const ssize_t n = copy_in_kernel(from, &in, to, &out, static_cast<std::size_t>(end - in));
    if (n > 0) continue;
    if (n == 0) return std::nullopt;
    if (errno == EINTR) continue;
    if (errno == ENOSPC || errno == EDQUOT) return write_error(name);
    return copy_by_hand(from, to, in, end, name);  // other file systems, or none that can
  }
  return std::nullopt;
}

}  // namespace

Failure copy_file(int from, int to, std::uint64_t size, const std::string& name) {
  if (size == 0 || share_blocks(from, to)) return std::nullopt;
  const auto end = static_cast<off_t>(size);
  for (off_t position = 0; position < end;) {
    const off_t data = lseek(from, position, SEEK_DATA);
    if (data < 0 && errno == ENXIO) break;
    const off_t begin = data < 0 ? position : data;
    const off_t hole = data < 0 ? end : lseek(from, begin, SEEK_HOLE);
    const off_t stop = hole < 0 ? end : std::min(hole, end);
    if (auto failure = copy_range(from, to, begin, stop, name)) return failure;
    position = stop;
  }
  if (ftruncate(to, end) != 0) return write_error(name);
  return std::nullopt;
}

}  // namespace jetson
