// A root filesystem in a disk image, read in place: nothing is mounted, so no root is needed.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unordered_map>
#include <unordered_set>

#include "base/file.h"
#include "sysroot/copy.h"
#include "sysroot/image_io.h"
#include "sysroot/partition.h"
#include "sysroot/source.h"

namespace jetson {
namespace {

constexpr std::size_t kImageBuffer = 1 << 20;

Error image_error(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

Error damaged(const std::string& path, const std::string& place, errcode_t code) {
  return {.what = "the file system in " + path + " is damaged (" + error_message(code) + ")",
          .where = place.empty() ? "" : "/" + place,
          .fix = "fetch or make the image again, or repair a copy of it by e2fsck",
          .more = {}};
}

struct FileSystemCloser {
  void operator()(ext2_filsys fs) const { ext2fs_close_free(&fs); }
};
using FileSystem = std::unique_ptr<struct_ext2_filsys, FileSystemCloser>;

class InodeContent final : public Content {
 public:
  InodeContent(ext2_filsys fs, ext2_ino_t inode, const std::string& image, const std::string& path)
      : fs_(fs), inode_(inode), image_(image), path_(path) {}

  Failure write_to(int descriptor) override {
    ext2_file_t file = nullptr;
    if (const errcode_t code = ext2fs_file_open(fs_, inode_, 0, &file)) return damaged(image_, path_, code);
    Failure failure = copy(file, descriptor);
    ext2fs_file_close(file);
    return failure;
  }

 private:
  Failure copy(ext2_file_t file, int descriptor) {
    std::vector<char> buffer(kImageBuffer);
    std::uint64_t at = 0;
    while (true) {
      unsigned int length = 0;
      if (const errcode_t code = ext2fs_file_read(file, buffer.data(), kImageBuffer, &length)) return damaged(image_, path_, code);
      if (length == 0) break;
      if (auto failure = write_with_holes(descriptor, buffer.data(), length, at, "/" + path_)) return failure;
      at += length;
    }
    if (!set_size(descriptor, at)) return write_error("/" + path_);
    return std::nullopt;
  }

  ext2_filsys fs_;
  ext2_ino_t inode_;
  const std::string& image_;
  const std::string& path_;
};

class ImageSource final : public Source {
 public:
  ImageSource(std::string path, Descriptor file, FileSystem fs) : path_(std::move(path)), file_(std::move(file)), fs_(std::move(fs)) {}

  Failure read(EntryTaker& taker, Progress& progress) override {
    const std::uint64_t used = ext2fs_blocks_count(fs_->super) - ext2fs_free_blocks_count(fs_->super);
    progress.begin("reading " + path_, used * fs_->blocksize);
    first_names_.clear();
    std::unordered_set<ext2_ino_t> seen{EXT2_ROOT_INO};
    std::vector<std::pair<ext2_ino_t, std::string>> todo{{EXT2_ROOT_INO, ""}};
    while (!todo.empty()) {
      const auto [directory, path] = todo.back();
      todo.pop_back();
      std::vector<std::pair<std::string, ext2_ino_t>> names;
      if (const errcode_t code = ext2fs_dir_iterate2(fs_.get(), directory, 0, nullptr, collect, &names)) return damaged(path_, path, code);
      std::sort(names.begin(), names.end());
      for (const auto& [name, inode] : names) {
        const std::string below = path.empty() ? name : path + "/" + name;
        bool is_directory = false;
        if (auto failure = read_entry(inode, below, is_directory, taker, progress)) return failure;
        // A damaged file system can have a folder in itself.
        if (is_directory && taker.wants_below(below) && seen.insert(inode).second) todo.emplace_back(inode, below);
      }
    }
    progress.end();
    return std::nullopt;
  }

  std::vector<std::string> remarks() const override {
    if (!ext2fs_has_feature_journal_needs_recovery(fs_->super)) return {};
    return {"the image was taken of a running or crashed system: its newest changes may be missing (e2fsck on a copy brings them in)"};
  }

 private:
  static int collect(ext2_ino_t, int, ext2_dir_entry* entry, int, int, char*, void* data) {
    std::string name(entry->name, static_cast<std::size_t>(ext2fs_dirent_name_len(entry)));
    if (entry->inode != 0 && !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
        name.find('\0') == std::string::npos)
      static_cast<std::vector<std::pair<std::string, ext2_ino_t>>*>(data)->emplace_back(std::move(name), entry->inode);
    return 0;
  }

  Failure read_entry(ext2_ino_t number, const std::string& path, bool& is_directory, EntryTaker& taker, Progress& progress) {
    ext2_inode_large inode{};
    auto* small = reinterpret_cast<ext2_inode*>(&inode);
    if (const errcode_t code = ext2fs_read_inode_full(fs_.get(), number, small, sizeof inode)) return damaged(path_, path, code);
    SourceEntry entry{.path = path,
                      .target = {},
                      .permissions = inode.i_mode & 07777u,
                      .modified = {static_cast<std::int32_t>(inode.i_mtime), static_cast<long>(inode.i_mtime_extra >> 2)}};
    if (entry.modified.tv_nsec > 999999999) entry.modified.tv_nsec = 0;
    if ((inode.i_flags & EXT4_ENCRYPT_FL) != 0)
      return image_error("/" + path + " in " + path_ + " is encrypted", "make the sysroot on the board's own, unlocked file system");
    if (LINUX_S_ISDIR(inode.i_mode)) {
      is_directory = true;
      entry.kind = SourceEntry::Kind::kDirectory;
      return taker.take(entry, nullptr);
    }
    if (LINUX_S_ISLNK(inode.i_mode)) {
      entry.kind = SourceEntry::Kind::kLink;
      if (auto failure = read_link(number, small, path, entry.target)) return failure;
      return taker.take(entry, nullptr);
    }
    if (!LINUX_S_ISREG(inode.i_mode)) return taker.take(entry, nullptr);
    entry.size = EXT2_I_SIZE(&inode);
    if (inode.i_links_count > 1) {
      const auto [first, is_new] = first_names_.try_emplace(number, path);
      if (!is_new) {
        entry.kind = SourceEntry::Kind::kHardLink;
        entry.target = first->second;
        return taker.take(entry, nullptr);
      }
    }
    entry.kind = SourceEntry::Kind::kFile;
    InodeContent content(fs_.get(), number, path_, path);
    const auto failure = taker.take(entry, &content);
    progress.advance(ext2fs_get_stat_i_blocks(fs_.get(), small) * 512);  // as the total counts: without holes
    return failure;
  }

  Failure read_link(ext2_ino_t number, ext2_inode* inode, const std::string& path, std::string& text) {
    const std::size_t size = EXT2_I_SIZE(inode);
    if (size == 0 || size > 4096) return damaged(path_, path, EXT2_ET_DIR_CORRUPTED);
    text.assign(size, '\0');
    if (ext2fs_is_fast_symlink(inode) != 0) {
      text.assign(reinterpret_cast<const char*>(inode->i_block), std::min(size, sizeof inode->i_block));
      return std::nullopt;
    }
    ext2_file_t file = nullptr;
    errcode_t code = ext2fs_file_open(fs_.get(), number, 0, &file);
    if (code == 0) {
      unsigned int length = 0;
      code = ext2fs_file_read(file, text.data(), static_cast<unsigned int>(size), &length);
      ext2fs_file_close(file);
      text.resize(length);
    }
    if (code != 0 || text.empty()) return damaged(path_, path, code != 0 ? code : EXT2_ET_DIR_CORRUPTED);
    return std::nullopt;
  }

  std::string path_;
  Descriptor file_;  // what fs_ reads
  FileSystem fs_;
  std::unordered_map<ext2_ino_t, std::string> first_names_;  // of files with several
};

}  // namespace

Result<std::unique_ptr<Source>> open_image_source(Descriptor file, const std::string& path) {
  const std::uint64_t size = file_size_of(file.get());
  Partition partition{.name = {}, .offset = 0, .size = size};
  if (auto partitions = read_gpt(file.get(), size); !partitions.empty()) {
    for (Partition& one : partitions) one.holds = look_at(file.get(), one.offset);
    const auto chosen = choose_partition(partitions, path);
    if (!chosen) return chosen.error();
    partition = *chosen;
  } else if (look_at(file.get(), 0) == Partition::Holds::kEncrypted) {
    return image_error("the file system in " + path + " is encrypted", "name a directory where it is unlocked and mounted");
  }
  initialize_ext2_error_table();
  ext2_filsys fs = nullptr;
  const std::string name = image_io_name(file.get(), partition.offset);
  if (const errcode_t code = ext2fs_open2(name.c_str(), nullptr, EXT2_FLAG_64BITS, 0, 0, image_io_manager, &fs)) {
    if (size < partition.offset + partition.size) return image_error("the image was cut off: " + path, "fetch or make it again");
    return damaged(path, "", code);
  }
  FileSystem opened(fs);
  const std::uint64_t wanted = partition.offset + ext2fs_blocks_count(fs->super) * fs->blocksize;
  if (wanted > size)
    return image_error("the image was cut off: " + path + " has " + std::to_string(size) + " bytes, its file system ends at " + std::to_string(wanted),
                       "fetch or make it again");
  return std::unique_ptr<Source>(new ImageSource(path, std::move(file), std::move(opened)));
}

}  // namespace jetson
