// A root filesystem that lies in a directory. Windows shows no links of Linux there; what stands in their place is taken as it is.
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <map>

#include "base/file.h"
#include "base/native_path.h"
#include "base/os.h"
#include "sysroot/copy.h"
#include "sysroot/source.h"

namespace jetson {
namespace {

Error unreadable(const std::string& path) {
  return {.what = "cannot read " + path + " (" + std::strerror(errno) + ")",
          .where = {},
          .fix = "make it readable for you, or leave it out by `contents.leave_out` in the settings",
          .more = {}};
}

class FileContent final : public Content {
 public:
  FileContent(std::string path, std::uint64_t size) : path_(std::move(path)), size_(size) {}

  Failure write_to(int descriptor) override {
    const Descriptor file = open_unlinked(path_);
    if (file.get() < 0) return unreadable(path_);
    return copy_file(file.get(), descriptor, size_, path_);
  }

 private:
  std::string path_;
  std::uint64_t size_;
};

timespec modified_of(const std::string& path) {
  std::error_code code;
  const auto time = std::filesystem::last_write_time(native_path(path), code);
  const auto since_epoch = std::chrono::file_clock::to_sys(time).time_since_epoch();
  const auto seconds = std::chrono::floor<std::chrono::seconds>(since_epoch);
  return {static_cast<decltype(timespec::tv_sec)>(seconds.count()),
          static_cast<decltype(timespec::tv_nsec)>(std::chrono::duration_cast<std::chrono::nanoseconds>(since_epoch - seconds).count())};
}

class DirectorySource final : public Source {
 public:
  explicit DirectorySource(std::string path) : path_(std::move(path)) {}

  Failure read(EntryTaker& taker, Progress& progress) override {
    progress.begin("reading " + path_, 0);
    first_names_.clear();
    std::vector<SourceEntry> todo(1);
    while (!todo.empty()) {
      const SourceEntry directory = std::move(todo.back());
      todo.pop_back();
      if (!directory.path.empty())
        if (auto failure = taker.take(directory, nullptr)) return failure;
      const auto first = static_cast<std::ptrdiff_t>(todo.size());
      const std::string prefix = directory.path.empty() ? "" : directory.path + "/";
      if (!may_list(path_ + "/" + directory.path)) return unreadable(path_ + "/" + directory.path);
      std::vector<std::string> names = disk_.list(path_ + "/" + directory.path);
      std::sort(names.begin(), names.end());
      for (const std::string& name : names)
        if (auto failure = read_entry(prefix + name, todo, taker, progress)) return failure;
      std::reverse(todo.begin() + first, todo.end());
    }
    progress.end();
    return std::nullopt;
  }

 private:
  Failure read_entry(const std::string& path, std::vector<SourceEntry>& todo, EntryTaker& taker, Progress& progress) {
    const std::string whole = path_ + "/" + path;
    const FileInfo info = disk_.info(whole);
    SourceEntry entry{.path = path, .target = {}, .permissions = info.is_directory() ? 0755u : 0644u, .modified = modified_of(whole)};
    if (info.is_directory()) {
      entry.kind = SourceEntry::Kind::kDirectory;
      if (!taker.wants_below(path)) return taker.take(entry, nullptr);
      todo.push_back(std::move(entry));
      return std::nullopt;
    }
    if (!info.is_file()) return taker.take(entry, nullptr);
    entry.size = info.size;
    if (info.inode != 0) {
      const auto [first, is_new] = first_names_.try_emplace({info.device, info.inode}, path);
      if (!is_new) {
        entry.kind = SourceEntry::Kind::kHardLink;
        entry.target = first->second;
        return taker.take(entry, nullptr);
      }
    }
    entry.kind = SourceEntry::Kind::kFile;
    FileContent content(whole, entry.size);
    const auto failure = taker.take(entry, &content);
    progress.advance(entry.size);
    return failure;
  }

  std::string path_;
  HostDisk disk_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::string> first_names_;
};

}  // namespace

Result<std::unique_ptr<Source>> open_directory_source(const std::string& path, bool /*share*/) {
  return std::unique_ptr<Source>(new DirectorySource(path));
}

}  // namespace jetson
