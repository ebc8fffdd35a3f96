#include <archive_entry.h>

#include "base/native_path.h"
#include "base/text.h"
#include "sysroot/tar_stream.h"

namespace jetson {
namespace {

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

// Names are bytes in tar's own header, which come as they are, and UTF-8 in pax's, which libarchive turns into the code page of the
// program where it can.
std::optional<std::string> text_of(const char* bytes, const char* utf8) {
  const char* const text = utf8 != nullptr && (bytes == nullptr || !is_utf8(bytes)) ? utf8 : bytes;
  return text == nullptr ? std::nullopt : std::optional<std::string>(text);
}

}  // namespace

bool open_archive(archive* reader, const std::string& path) {
  return archive_read_open_filename_w(reader, native_path(path).c_str(), 1 << 18) == ARCHIVE_OK;
}
std::optional<std::string> entry_name(archive_entry* item) { return text_of(archive_entry_pathname(item), archive_entry_pathname_utf8(item)); }
std::optional<std::string> entry_hardlink(archive_entry* item) { return text_of(archive_entry_hardlink(item), archive_entry_hardlink_utf8(item)); }
std::optional<std::string> entry_symlink(archive_entry* item) { return text_of(archive_entry_symlink(item), archive_entry_symlink_utf8(item)); }

}  // namespace jetson
