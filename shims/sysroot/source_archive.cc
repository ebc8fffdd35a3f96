// A root filesystem in a tar archive, plain or compressed, as a stream.
#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "sysroot/copy.h"
#include "sysroot/source.h"

namespace jetson {
namespace {

struct Closer {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, Closer>;

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

class ArchiveContent final : public Content {
 public:
  ArchiveContent(archive* reader, const std::string& path, std::string name, std::uint64_t size)
      : reader_(reader), path_(path), name_(std::move(name)), size_(size) {}

  Failure write_to(int descriptor) override {
    while (true) {
      const void* data = nullptr;
      std::size_t length = 0;
      la_int64_t offset = 0;
      const int code = archive_read_data_block(reader_, &data, &length, &offset);
      if (code == ARCHIVE_EOF) break;
      if (code < ARCHIVE_WARN)
        return Error{.what = "the archive is damaged or was cut off: " + path_,
                     .where = name_,
                     .fix = "fetch or make it again",
                     .more = {}};
      for (std::size_t done = 0; done < length;) {
        const ssize_t n = pwrite(descriptor, static_cast<const char*>(data) + done, length - done, offset + static_cast<off_t>(done));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return write_error(name_);
        done += static_cast<std::size_t>(n);
      }
    }
    if (ftruncate(descriptor, static_cast<off_t>(size_)) != 0) return write_error(name_);
    return std::nullopt;
  }

 private:
  archive* reader_;
  const std::string& path_;
  std::string name_;
  std::uint64_t size_;
};

class ArchiveSource final : public Source {
 public:
  ArchiveSource(std::string path, std::uint64_t size) : path_(std::move(path)), size_(size) {}

  // Null where it is no tar archive.
  Reader open_reader() const {
    Reader reader(archive_read_new());
    archive_read_support_filter_all(reader.get());
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_filename(reader.get(), path_.c_str(), 1 << 18) != ARCHIVE_OK) return nullptr;
    return reader;
  }

  Failure read(EntryTaker& taker, Progress& progress) override {
    progress.begin("reading " + path_, size_);
    refused_ = 0;
    const Reader reader = open_reader();
    archive_entry* item = nullptr;
    std::int64_t told = 0;
    std::uint64_t entries = 0;
    while (true) {
      const int code = reader ? archive_read_next_header(reader.get(), &item) : ARCHIVE_FATAL;
      if (code == ARCHIVE_EOF) break;
      if (code < ARCHIVE_WARN) return damaged(reader.get(), entries);
      ++entries;
      if (auto failure = take(reader.get(), item, taker)) return failure;
      const std::int64_t now = archive_filter_bytes(reader.get(), -1);
      progress.advance(static_cast<std::uint64_t>(now - told));
      told = now;
    }
    progress.end();
    return std::nullopt;
  }

  std::vector<std::string> remarks() const override {
    if (refused_ == 0) return {};
    return {std::to_string(refused_) + " entries of the archive have names that lead outside; they were passed over"};
  }

 private:
  Failure damaged(archive* reader, std::uint64_t entries) const {
    if (entries == 0)
      return Error{.what = "neither a directory, a tar archive nor a disk image: " + path_,
                   .where = {},
                   .fix = "name a folder with a root filesystem, a tar archive of one (plain, gz, bz2, xz, zst), or a raw image of the board's disk",
                   .more = {}};
    const char* reason = reader == nullptr ? nullptr : archive_error_string(reader);
    return Error{.what = "the archive is damaged or was cut off: " + path_ + (reason != nullptr ? " (" + std::string(reason) + ")" : ""),
                 .where = {},
                 .fix = "fetch or make it again",
                 .more = {}};
  }

  Failure take(archive* reader, archive_entry* item, EntryTaker& taker) {
    const char* raw = archive_entry_pathname(item);
    const auto name = raw == nullptr ? std::nullopt : clean_name(raw);
    if (name && name->empty()) return std::nullopt;  // the root itself
    SourceEntry entry{.path = name.value_or(""),
                      .target = {},
                      .permissions = static_cast<std::uint32_t>(archive_entry_perm(item)) & 07777,
                      .modified = {archive_entry_mtime(item), archive_entry_mtime_nsec(item)}};
    if (const char* first = archive_entry_hardlink(item); name && first != nullptr) {
      const auto target = clean_name(first);
      entry.kind = SourceEntry::Kind::kHardLink;
      entry.target = target.value_or("");
      if (!entry.target.empty()) return taker.take(entry, nullptr);
    }
    if (!name || entry.kind == SourceEntry::Kind::kHardLink) {
      ++refused_;
      return std::nullopt;
    }
    const auto type = archive_entry_filetype(item);
    if (type == AE_IFDIR) entry.kind = SourceEntry::Kind::kDirectory;
    if (type == AE_IFLNK) {
      const char* text = archive_entry_symlink(item);
      entry.kind = SourceEntry::Kind::kLink;
      entry.target = text == nullptr ? "" : text;
      if (entry.target.empty()) return std::nullopt;
    }
    if (type != AE_IFREG) return taker.take(entry, nullptr);
    entry.kind = SourceEntry::Kind::kFile;
    entry.size = static_cast<std::uint64_t>(archive_entry_size(item));
    ArchiveContent content(reader, path_, entry.path, entry.size);
    return taker.take(entry, &content);
  }

  std::string path_;
  std::uint64_t size_;
  std::uint64_t refused_ = 0;
};

}  // namespace

Result<std::unique_ptr<Source>> open_archive_source(const std::string& path) {
  struct stat status;
  if (access(path.c_str(), R_OK) != 0 || stat(path.c_str(), &status) != 0)
    return Error{.what = "cannot read " + path + " (" + std::strerror(errno) + ")", .where = {}, .fix = "make it readable for you", .more = {}};
  return std::unique_ptr<Source>(new ArchiveSource(path, static_cast<std::uint64_t>(status.st_size)));
}

}  // namespace jetson
