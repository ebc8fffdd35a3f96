// Entries of a tar stream as SourceEntry has them, wherever the bytes come from: a file, ssh.
#pragma once

#include <archive.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/error.h"
#include "sysroot/source.h"

namespace jetson {

struct ArchiveCloser {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using ArchiveReader = std::unique_ptr<archive, ArchiveCloser>;

// With the compressions that libarchive reads itself: for others it would run programs that the archive's first bytes name.
ArchiveReader new_archive_reader();

// What libarchive does by the system's own names: archive_names_posix.cc, archive_names_win32.cc. UTF-8 to us where they are UTF-8.
bool open_archive(archive* reader, const std::string& path);
std::optional<std::string> entry_name(archive_entry* item);
std::optional<std::string> entry_hardlink(archive_entry* item);
std::optional<std::string> entry_symlink(archive_entry* item);

// One pass over an opened reader.
class TarStream {
 public:
  // `name`: of the archive, in messages.
  TarStream(archive* reader, std::string name) : reader_(reader), name_(std::move(name)) {}

  Failure read(EntryTaker& taker, Progress& progress);
  // Whether read() failed for the stream's sake, not for the taker's.
  bool is_broken() const { return broken_; }
  std::uint64_t entries() const { return entries_; }
  // Entries passed over because their names, or what they are hard links to, lie outside.
  std::uint64_t refused() const { return refused_; }
  // Whether it holds the layers of a container image (docker save, OCI) in place of a root filesystem.
  bool has_layers() const { return has_oci_layout_ || (has_manifest_ && has_layer_); }

 private:
  class FileContent;
  Failure take(archive_entry* item, EntryTaker& taker);
  Error damaged(const std::string& place);

  archive* reader_;
  std::string name_;
  bool broken_ = false, has_oci_layout_ = false, has_manifest_ = false, has_layer_ = false;
  std::uint64_t entries_ = 0, refused_ = 0;
};

}  // namespace jetson
