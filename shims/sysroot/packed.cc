#include "sysroot/packed.h"

#include <archive_entry.h>

#include <algorithm>

#include "base/file.h"
#include "base/os.h"
#include "sysroot/copy.h"
#include "sysroot/packed_size.h"
#include "sysroot/stage.h"
#include "sysroot/tar_stream.h"

namespace jetson {
namespace {

constexpr std::size_t kFirst = 4096;

Inside::Kind kind_of(std::string_view text) {
  if (text.starts_with("\x3a\xff\x26\xed")) return Inside::Kind::kSparseImage;
  if (text.size() < kFirst / 2) return Inside::Kind::kOther;
  // The protective boot record (type ee) tells of a GPT whose first header is damaged.
  const bool is_gpt = text.substr(512, 8) == "EFI PART" || (text[450] == '\xee' && text.substr(510, 2) == "\x55\xaa");
  const bool is_image = is_gpt || text.substr(1080, 2) == "\x53\xef" || text.starts_with("LUKS\xba\xbe");
  return is_image ? Inside::Kind::kImage : Inside::Kind::kOther;
}

// A reader that stands at the next thing in the file, of which the first bytes were read already.
struct Opened {
  ArchiveReader reader;
  archive_entry* item = nullptr;
  std::string first;  // at least kFirst bytes, where there are as many
  bool is_zip() const { return (archive_format(reader.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP; }
  Inside::Kind kind() const { return kind_of(first); }

  explicit Opened(const std::string& path) : reader(new_archive_reader()) {
    archive_read_support_format_raw(reader.get());
    archive_read_support_format_zip(reader.get());
    if (!open_archive(reader.get(), path)) reader.reset();
  }

  bool next() {
    if (!reader || archive_read_next_header(reader.get(), &item) < ARCHIVE_WARN) return false;
    first.clear();
    const void* data = nullptr;
    std::size_t length = 0;
    la_int64_t offset = 0;
    while (first.size() < kFirst && archive_read_data_block(reader.get(), &data, &length, &offset) == ARCHIVE_OK) {
      first.resize(static_cast<std::size_t>(offset), '\0');
      first.append(static_cast<const char*>(data), length);
    }
    return true;
  }
};

Failure refuse_without_room(const std::string& path, std::uint64_t size, const std::string& folder) {
  const std::uint64_t room = free_bytes(folder);
  if (size <= room) return std::nullopt;
  return Error{.what = "no room to unpack " + path + ": it needs " + std::to_string(size >> 20) + " MB, and there are " + std::to_string(room >> 20) +
                       " MB beside the destination",
               .where = folder,
               .fix = "make room there, or name a destination on another file system",
               .more = {}};
}

}  // namespace

Inside look_inside(const std::string& path) {
  Inside inside;
  Opened opened(path);
  while (opened.next()) {
    const Inside::Kind kind = opened.kind();
    if (inside.images == 0 && kind != Inside::Kind::kOther) inside.kind = kind;
    if (kind != Inside::Kind::kOther) ++inside.images;
    inside.is_packed = opened.is_zip() || archive_filter_count(opened.reader.get()) > 1;
    if (!opened.is_zip()) break;
  }
  return inside;
}

Result<Descriptor> unpack_image(const std::string& path, const std::string& folder, Progress& progress) {
  progress.begin("unpacking " + path, HostDisk().info(path).size);
  const Error damaged{.what = "the packed image is damaged or was cut off: " + path, .where = {}, .fix = "fetch it again", .more = {}};
  Opened opened(path);
  do {
    if (!opened.next()) return damaged;
  } while (opened.kind() != Inside::Kind::kImage);
  const std::uint64_t size = archive_entry_size_is_set(opened.item) != 0 ? static_cast<std::uint64_t>(archive_entry_size(opened.item)) : packed_size(path);
  if (auto failure = refuse_without_room(path, size, folder)) return *failure;
  Descriptor file = create_nameless_file(folder);
  if (file.get() < 0) return write_error("in " + folder);
  const std::string name = "the unpacked image in " + folder;
  if (auto failure = write_with_holes(file.get(), opened.first.data(), opened.first.size(), 0, name)) return *failure;
  std::uint64_t end = opened.first.size();
  for (std::int64_t told = 0;;) {
    const void* data = nullptr;
    std::size_t length = 0;
    la_int64_t offset = 0;
    const int code = archive_read_data_block(opened.reader.get(), &data, &length, &offset);
    if (code == ARCHIVE_EOF) break;
    if (code < ARCHIVE_WARN) return damaged;
    if (interrupted() != 0) return Error{.what = "interrupted", .where = {}, .fix = "run it again", .more = {}};
    if (auto failure = write_with_holes(file.get(), static_cast<const char*>(data), length, static_cast<std::uint64_t>(offset), name)) return *failure;
    end = static_cast<std::uint64_t>(offset) + length;
    const std::int64_t now = archive_filter_bytes(opened.reader.get(), -1);
    progress.advance(static_cast<std::uint64_t>(now - told));
    told = now;
  }
  if (!set_size(file.get(), end)) return write_error(name);
  progress.end();
  return file;
}

}  // namespace jetson
