// A root filesystem that lies in a directory: a mounted image, debootstrap, docker export, NFS. No link is followed.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>

#include "base/descriptor.h"
#include "base/posix.h"
#include "sysroot/copy.h"
#include "sysroot/source.h"

namespace jetson {
namespace {

Error unreadable(const std::string& path) {
  Error error{.what = "cannot read " + path + " (" + std::strerror(errno) + ")", .where = {}, .fix = {}, .more = {}};
  if (errno == EACCES || errno == EPERM)
    error.fix = "make it readable for you, or leave it out by `contents.leave_out` in the settings";
  return error;
}

class FileContent final : public Content {
 public:
  FileContent(int directory, const char* name, std::uint64_t size, std::string path, bool share)
      : directory_(directory), name_(name), size_(size), path_(std::move(path)), share_(share) {}

  bool link_to(int directory, const std::string& name) override {
    return share_ && linkat(directory_, name_, directory, name.c_str(), 0) == 0;
  }

  Failure write_to(int descriptor) override {
    const Descriptor file(openat(directory_, name_, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) return unreadable(path_);
    return copy_file(file.get(), descriptor, size_, path_);
  }

 private:
  int directory_;
  const char* name_;
  std::uint64_t size_;
  std::string path_;
  bool share_;
};

class DirectorySource final : public Source {
 public:
  DirectorySource(std::string path, bool share) : path_(std::move(path)), share_(share) {}

  Failure read(EntryTaker& taker, Progress& progress) override {
    progress.begin("reading " + path_, 0);
    first_names_.clear();
    std::vector<SourceEntry> todo(1);
    while (!todo.empty()) {
      const SourceEntry directory = std::move(todo.back());
      todo.pop_back();
      if (!directory.path.empty())
        if (auto failure = taker.take(directory, nullptr)) return failure;
      // In order once they are taken from the end.
      const auto first = static_cast<std::ptrdiff_t>(todo.size());
      if (auto failure = read_directory(directory.path, todo, taker, progress)) return failure;
      std::reverse(todo.begin() + first, todo.end());
    }
    progress.end();
    return std::nullopt;
  }

 private:
  // A directory is reported right before what is in it, behind the files beside it: tar sets the times of directories only in such an order.
  Failure read_directory(const std::string& directory, std::vector<SourceEntry>& todo, EntryTaker& taker, Progress& progress) {
    const std::string whole = directory.empty() ? path_ : path_ + "/" + directory;
    Descriptor file(open(whole.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | (directory.empty() ? 0 : O_NOFOLLOW)));
    DIR* stream = file.get() < 0 ? nullptr : fdopendir(file.get());
    if (stream == nullptr) return unreadable(whole);
    const int fd = file.release();
    std::vector<std::string> names;
    while (const dirent* entry = readdir(stream))
      if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0) names.emplace_back(entry->d_name);
    std::sort(names.begin(), names.end());
    Failure failure;
    for (const std::string& name : names) {
      failure = read_entry(fd, name, directory.empty() ? name : directory + "/" + name, todo, taker, progress);
      if (failure) break;
    }
    closedir(stream);
    return failure;
  }

  Failure read_entry(int parent, const std::string& name, const std::string& path, std::vector<SourceEntry>& todo, EntryTaker& taker,
                     Progress& progress) {
    struct stat status;
    if (fstatat(parent, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return unreadable(path_ + "/" + path);
    SourceEntry entry{.path = path, .target = {}, .permissions = static_cast<std::uint32_t>(status.st_mode & 07777), .modified = time_of(status)};
    if (S_ISDIR(status.st_mode)) {
      entry.kind = SourceEntry::Kind::kDirectory;
      if (!taker.wants_below(path)) return taker.take(entry, nullptr);
      todo.push_back(std::move(entry));
      return std::nullopt;
    }
    if (S_ISLNK(status.st_mode)) {
      char text[4096];
      const ssize_t length = readlinkat(parent, name.c_str(), text, sizeof text);
      if (length < 0) return unreadable(path_ + "/" + path);
      entry.kind = SourceEntry::Kind::kLink;
      entry.target.assign(text, static_cast<std::size_t>(length));
      return taker.take(entry, nullptr);
    }
    if (!S_ISREG(status.st_mode)) return taker.take(entry, nullptr);
    entry.size = static_cast<std::uint64_t>(status.st_size);
    if (status.st_nlink > 1) {
      const auto [first, is_new] = first_names_.try_emplace({status.st_dev, status.st_ino}, path);
      if (!is_new) {
        entry.kind = SourceEntry::Kind::kHardLink;
        entry.target = first->second;
        return taker.take(entry, nullptr);
      }
    }
    entry.kind = SourceEntry::Kind::kFile;
    FileContent content(parent, name.c_str(), entry.size, path_ + "/" + path, share_);
    const auto failure = taker.take(entry, &content);
    progress.advance(entry.size);
    return failure;
  }

  std::string path_;
  bool share_;
  std::map<std::pair<dev_t, ino_t>, std::string> first_names_;  // of files with several
};

}  // namespace

Result<std::unique_ptr<Source>> open_directory_source(const std::string& path, bool share) {
  return std::unique_ptr<Source>(new DirectorySource(path, share));
}

}  // namespace jetson
