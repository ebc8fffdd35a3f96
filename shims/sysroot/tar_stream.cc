#include "sysroot/tar_stream.h"

#include <archive_entry.h>

#include <optional>

#include "base/file.h"
#include "sysroot/copy.h"

namespace jetson {
namespace {

// A name as SourceEntry has it; nothing for names that lead out of the tree, or lead nowhere.
std::optional<std::string> clean_name(std::string_view name) {
  std::string out;
  if (name.starts_with('/')) return std::nullopt;
  for (std::size_t start = 0; start <= name.size();) {
    const std::size_t end = std::min(name.find('/', start), name.size());
    const std::string_view part = name.substr(start, end - start);
    if (part == "..") return std::nullopt;
    if (!part.empty() && part != ".") out.append(out.empty() ? "" : "/").append(part);
    start = end + 1;
  }
  return out;
}

}  // namespace

class TarStream::FileContent final : public Content {
 public:
  FileContent(TarStream& stream, const std::string& place, std::uint64_t size) : stream_(stream), place_(place), size_(size) {}

  Failure write_to(int descriptor) override {
    while (true) {
      const void* data = nullptr;
      std::size_t length = 0;
      la_int64_t offset = 0;
      const int code = archive_read_data_block(stream_.reader_, &data, &length, &offset);
      if (code == ARCHIVE_EOF) break;
      if (code < ARCHIVE_WARN) return stream_.damaged(place_);
      if (auto failure = write_with_holes(descriptor, static_cast<const char*>(data), length, static_cast<std::uint64_t>(offset), "/" + place_))
        return failure;
    }
    if (!set_size(descriptor, size_)) return write_error("/" + place_);
    return std::nullopt;
  }

 private:
  TarStream& stream_;
  const std::string& place_;
  std::uint64_t size_;
};

ArchiveReader new_archive_reader() {
  ArchiveReader reader(archive_read_new());
  for (const auto support : {archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
                             archive_read_support_filter_zstd, archive_read_support_filter_lzma, archive_read_support_filter_lz4})
    support(reader.get());
  return reader;
}

Failure TarStream::read(EntryTaker& taker, Progress& progress) {
  archive_entry* item = nullptr;
  std::int64_t told = 0;
  while (true) {
    const int code = archive_read_next_header(reader_, &item);
    if (code == ARCHIVE_EOF) return std::nullopt;
    if (code < ARCHIVE_WARN) return damaged("");
    ++entries_;
    if (auto failure = take(item, taker)) return failure;
    const std::int64_t now = archive_filter_bytes(reader_, -1);
    progress.advance(static_cast<std::uint64_t>(now - told));
    told = now;
  }
}

Error TarStream::damaged(const std::string& place) {
  broken_ = true;
  const char* reason = archive_error_string(reader_);
  return {.what = "the archive is damaged or was cut off: " + name_ + (reason != nullptr ? " (" + std::string(reason) + ")" : ""),
          .where = place.empty() ? "" : "/" + place,
          .fix = "fetch or make it again",
          .more = {}};
}

Failure TarStream::take(archive_entry* item, EntryTaker& taker) {
  const auto raw = entry_name(item);
  const auto name = raw ? clean_name(*raw) : std::nullopt;
  if (name && name->empty()) return std::nullopt;  // the root itself
  SourceEntry entry{.path = name.value_or(""),
                    .target = {},
                    .permissions = static_cast<std::uint32_t>(archive_entry_perm(item)) & 07777,
                    .modified = {archive_entry_mtime(item), archive_entry_mtime_nsec(item)}};
  if (const auto first = entry_hardlink(item); name && first) {
    const auto target = clean_name(*first);
    entry.kind = SourceEntry::Kind::kHardLink;
    entry.target = target.value_or("");
    if (!entry.target.empty()) return taker.take(entry, nullptr);
  }
  if (!name || entry.kind == SourceEntry::Kind::kHardLink) {
    ++refused_;
    return std::nullopt;
  }
  has_oci_layout_ = has_oci_layout_ || entry.path == "oci-layout";
  has_manifest_ = has_manifest_ || entry.path == "manifest.json";
  has_layer_ = has_layer_ || entry.path.ends_with("/layer.tar");
  const auto type = archive_entry_filetype(item);
  if (type == AE_IFDIR) entry.kind = SourceEntry::Kind::kDirectory;
  if (type == AE_IFLNK) {
    entry.kind = SourceEntry::Kind::kLink;
    entry.target = entry_symlink(item).value_or("");
    if (entry.target.empty()) return std::nullopt;
  }
  if (type != AE_IFREG) return taker.take(entry, nullptr);
  entry.kind = SourceEntry::Kind::kFile;
  entry.size = static_cast<std::uint64_t>(archive_entry_size(item));
  FileContent content(*this, entry.path, entry.size);
  return taker.take(entry, &content);
}

}  // namespace jetson
