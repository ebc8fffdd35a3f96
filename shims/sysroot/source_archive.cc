// A root filesystem in a tar archive, plain or compressed, as a stream.
#include <cerrno>
#include <cstring>

#include "base/file.h"
#include "sysroot/tar_stream.h"

namespace jetson {
namespace {

class ArchiveSource final : public Source {
 public:
  ArchiveSource(std::string path, std::uint64_t size) : path_(std::move(path)), size_(size) {}

  Failure read(EntryTaker& taker, Progress& progress) override {
    progress.begin("reading " + path_, size_);
    const ArchiveReader reader = new_archive_reader();
    archive_read_support_format_tar(reader.get());
    if (!open_archive(reader.get(), path_)) return no_archive();
    TarStream stream(reader.get(), path_);
    Failure failure = stream.read(taker, progress);
    if (failure && stream.is_broken() && stream.entries() == 0) return no_archive();
    if (failure) return failure;
    if (stream.has_layers())
      return Error{.what = "an image by docker save, in layers, not a root filesystem: " + path_,
                   .where = {},
                   .fix = "docker export $(docker create IMAGE) > rootfs.tar, and name rootfs.tar",
                   .more = {}};
    refused_ = stream.refused();
    progress.end();
    return std::nullopt;
  }

  std::vector<std::string> remarks() const override {
    if (refused_ == 0) return {};
    return {std::to_string(refused_) + " entries of the archive have names that lead outside; they were passed over"};
  }

 private:
  Error no_archive() const {
    return {.what = "neither a directory, a tar archive nor a disk image: " + path_,
            .where = {},
            .fix = "name a folder with a root filesystem, a tar archive of one (plain, gz, bz2, xz, zst), or an image of the board's disk",
            .more = {}};
  }

  std::string path_;
  std::uint64_t size_;
  std::uint64_t refused_ = 0;
};

}  // namespace

Result<std::unique_ptr<Source>> open_archive_source(const std::string& path) {
  const Descriptor file = open_to_read(path);
  if (file.get() < 0)
    return Error{.what = "cannot read " + path + " (" + std::strerror(errno) + ")", .where = {}, .fix = "make it readable for you", .more = {}};
  return std::unique_ptr<Source>(new ArchiveSource(path, file_size_of(file.get())));
}

}  // namespace jetson
