#include "emit/write.h"

#include <cerrno>
#include <cstring>

#include "base/file.h"
#include "base/native_path.h"
#include "base/os.h"
#include "base/path.h"

namespace jetson {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20;

Error cannot_write(const std::string& path, int code) {
  return {.what = "cannot write " + path + " (" + std::strerror(code) + ")",
          .where = {},
          .fix = "make that place writable, or print the text without --write and put it where you want it",
          .more = {}};
}

}  // namespace

Result<Written> write_file(const std::string& path, std::string_view text) {
  const HostDisk disk;
  const std::string real = disk.real_path(path).value_or(path);
  const FileInfo info = disk.info(real);
  if (info.is_directory()) return cannot_write(path, EISDIR);
  if (info.is_file()) {
    const auto old = disk.read(real, kMostBytes);
    if (old && *old == text) return Written::kSame;
  }
  std::error_code code;
  std::filesystem::create_directories(native_path(parent(real)), code);
  if (code) return cannot_write(path, code.value());

  if (const int failed = replace_file(real, text)) return cannot_write(path, failed);
  return info.is_file() ? Written::kChanged : Written::kNew;
}

Result<Written> write_own_file(const std::string& path, std::string_view text, std::string_view mark) {
  const HostDisk disk;
  if (disk.info(path).is_file()) {
    const auto old = disk.read(path, kMostBytes);
    if (!old) return Error{.what = old.error().what, .where = {}, .fix = "move it away", .more = {}};
    if (*old != text && old->substr(0, old->find('\n')).find(mark) == std::string::npos)
      return Error{.what = path + " is there, and not written by us",
                   .where = {},
                   .fix = "add the lines printed here to it by hand, or move it away",
                   .more = {}};
  }
  return write_file(path, text);
}

}  // namespace jetson
