#include <archive_entry.h>

#include "sysroot/tar_stream.h"

namespace jetson {
namespace {

std::optional<std::string> text_of(const char* text) { return text == nullptr ? std::nullopt : std::optional<std::string>(text); }

}  // namespace

bool open_archive(archive* reader, const std::string& path) { return archive_read_open_filename(reader, path.c_str(), 1 << 18) == ARCHIVE_OK; }
std::optional<std::string> entry_name(archive_entry* item) { return text_of(archive_entry_pathname(item)); }
std::optional<std::string> entry_hardlink(archive_entry* item) { return text_of(archive_entry_hardlink(item)); }
std::optional<std::string> entry_symlink(archive_entry* item) { return text_of(archive_entry_symlink(item)); }

}  // namespace jetson
