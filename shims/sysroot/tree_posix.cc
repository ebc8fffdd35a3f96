#include "sysroot/tree.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <memory>
#include <unordered_set>

#include "base/descriptor.h"
#include "base/disk.h"
#include "base/os.h"
#include "base/path.h"

namespace jetson {
namespace {

// As the kernel's own limit on links in one path.
constexpr int kMostFollowed = 40;

class PosixTree final : public Tree {
 public:
  PosixTree(std::string directory, Descriptor root) : directory_(std::move(directory)), root_(std::move(root)), folds_case_(probe_case()) {}

  Failure write(const SourceEntry& entry, Content* content) override {
    const auto place = open_parent(entry.path);
    if (!place) return place.error();
    const std::string& name = place->name;
    const int parent = place->parent;
    switch (entry.kind) {
      case SourceEntry::Kind::kOther: return std::nullopt;
      case SourceEntry::Kind::kDirectory: return write_directory(*place, entry);
      case SourceEntry::Kind::kLink: return write_link(*place, entry);
      case SourceEntry::Kind::kHardLink: {
        const auto first = open_parent(entry.target);
        if (!first) return first.error();
        if (first->real == place->real) return std::nullopt;  // tar writes these when it is told a name twice
        // That link again: not every system gives one two names.
        if (auto target = read_link(first->parent, first->name))
          return write_link(*place, {.path = entry.path, .target = std::move(*target), .modified = entry.modified});
        const auto link = [&] { return linkat(first->parent, first->name.c_str(), parent, name.c_str(), 0); };
        return create(*place, link) < 0 ? Failure(cannot("link", entry.path)) : std::nullopt;
      }
      case SourceEntry::Kind::kFile: break;
    }
    const mode_t mode = (entry.permissions & 0777) | 0600;
    // A shared file is the source's, too: only one that is right as it is.
    if (content != nullptr && mode == entry.permissions && content->link_to(parent, name)) {
      if (folds_case_) written_.insert(hash(place->real));
      ++shared_;
      return std::nullopt;
    }
    const Descriptor file(create(*place, [&] { return openat(parent, name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600); }));
    if (file.get() < 0) return cannot("write", entry.path);
    if (content != nullptr)
      if (auto failure = content->write_to(file.get())) return failure;
    const timespec times[2] = {entry.modified, entry.modified};
    if (fchmod(file.get(), mode) != 0 || futimens(file.get(), times) != 0)
      return cannot("write", entry.path);
    return std::nullopt;
  }

  Failure finish() override {
    // Deepest first is not needed: setting a directory's time changes no other's.
    for (const auto& [path, modified] : directory_times_) {
      const auto place = open_parent(path);
      if (!place) return place.error();
      const timespec times[2] = {modified, modified};
      utimensat(place->parent, place->name.c_str(), times, AT_SYMLINK_NOFOLLOW);
    }
    return std::nullopt;
  }

  Failure make_link(const std::string& path, const std::string& target) override {
    return write({.kind = SourceEntry::Kind::kLink, .path = path, .target = target}, nullptr);
  }

  Failure remove(const std::string& path) override {
    const auto place = open_parent(path);
    if (!place) return place.error();
    if (unlinkat(place->parent, place->name.c_str(), 0) != 0 && errno != ENOENT) return cannot("remove", path);
    return std::nullopt;
  }

  std::vector<std::string> take_links() override {
    std::vector<std::string> paths = std::exchange(links_, {});
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
  }

  std::vector<std::string> clashes() const override { return clashes_; }
  std::size_t shared() const override { return shared_; }
  std::string path() const override { return directory_; }
  const Disk& disk() const override { return disk_; }

 private:
  // Where an entry goes: the open directory, the name in it, and the path without links.
  struct Place {
    std::shared_ptr<Descriptor> open;
    int parent = -1;
    std::string name, real;
  };

  Error cannot(std::string_view verb, const std::string& path) const {
    const int code = errno;
    Error error{.what = "cannot " + std::string(verb) + " /" + path + " in the new sysroot (" + std::strerror(code) + ")",
                .where = directory_,
                .fix = {},
                .more = {}};
    if (code == ENOSPC || code == EDQUOT) error.fix = "make room on that file system, or name a destination on another";
    if (code == EACCES || code == EPERM || code == EROFS) error.fix = "name a destination that you may write";
    if (code == EILSEQ) error.fix = "this file system takes names in UTF-8 alone: leave it out by `contents.leave_out` in the settings";
    if (code == ENAMETOOLONG) error.fix = "the name is longer than this file system takes";
    return error;
  }

  // The directory of `path`, made where it is missing, links on the way followed inside.
  Result<Place> open_parent(const std::string& path) {
    Place place;
    place.name = file_name(path);
    const std::string_view asked(path.data(), path.size() - place.name.size());
    if (place.name.empty()) return Error{.what = "an entry without a name", .where = directory_, .fix = {}, .more = {}};
    if (!asked.empty() && asked == last_asked_) {
      place.open = last_;
      place.parent = last_->get();
      place.real = last_real_ + place.name;
      return place;
    }
    std::vector<std::string> real;  // of the directories open so far
    Descriptor current(openat(root_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    int links_left = kMostFollowed;
    const std::vector<std::string> todo = components(asked);
    std::vector<std::string> stack(todo.rbegin(), todo.rend());
    while (!stack.empty()) {
      const std::string part = std::move(stack.back());
      stack.pop_back();
      if (part == "..") {
        if (!real.empty()) real.pop_back();
        current = reopen(real);
        if (current.get() < 0) return cannot("open", path);
        continue;
      }
      Descriptor next(openat(current.get(), part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
      if (next.get() < 0 && errno == ENOENT) {
        if (mkdirat(current.get(), part.c_str(), 0755) != 0) return cannot("make the folder of", path);
        next = Descriptor(openat(current.get(), part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
      }
      if (next.get() >= 0) {
        current = std::move(next);
        real.push_back(part);
        continue;
      }
      const auto target = read_link(current.get(), part);
      if (!target) {
        errno = ENOTDIR;
        return cannot("write", path);
      }
      if (--links_left < 0) {
        errno = ELOOP;
        return cannot("write", path);
      }
      if (is_absolute(*target)) {
        real.clear();
        current = reopen(real);
      }
      std::vector<std::string> more;
      for (std::size_t start = 0; start <= target->size();) {
        const std::size_t end = std::min(target->find('/', start), target->size());
        if (auto word = target->substr(start, end - start); !word.empty() && word != ".") more.push_back(std::move(word));
        start = end + 1;
      }
      stack.insert(stack.end(), more.rbegin(), more.rend());
    }
    std::string prefix;
    for (const std::string& part : real) prefix += part + "/";
    place.real = prefix + place.name;
    last_ = std::make_shared<Descriptor>(std::move(current));
    place.open = last_;
    place.parent = last_->get();
    last_asked_ = asked;
    last_real_ = prefix;
    return place;
  }

  static std::optional<std::string> read_link(int directory, const std::string& name) {
    char text[4096];
    const ssize_t length = readlinkat(directory, name.c_str(), text, sizeof text);
    return length < 0 ? std::nullopt : std::optional(std::string(text, static_cast<std::size_t>(length)));
  }

  Descriptor reopen(const std::vector<std::string>& real) const {
    Descriptor current(openat(root_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (const std::string& part : real)
      current = Descriptor(openat(current.get(), part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    return current;
  }

  // `make` is a system call that makes the name anew. What has it already is removed, but for directories: they stay.
  template <class Make>
  int create(const Place& place, Make make) {
    int made = make();
    if (made < 0 && errno == EEXIST) {
      if (folds_case_ && !written_.contains(hash(place.real)))
        clashes_.push_back("/" + place.real + " has the name of another file but for upper and lower case; this file system holds one of them, and keeps this one");
      if (unlinkat(place.parent, place.name.c_str(), 0) != 0) return -1;
      forget_place();
      made = make();
    }
    if (made >= 0 && folds_case_) written_.insert(hash(place.real));
    return made;
  }

  Failure write_directory(const Place& place, const SourceEntry& entry) {
    directory_times_.emplace_back(place.real, entry.modified);
    const mode_t mode = (entry.permissions & 0777) | 0700;
    if (mkdirat(place.parent, place.name.c_str(), 0700) == 0) {
      if (folds_case_) written_.insert(hash(place.real));
      return fchmodat(place.parent, place.name.c_str(), mode, 0) == 0 ? std::nullopt : Failure(cannot("make", entry.path));
    }
    struct stat status;
    if (errno != EEXIST || fstatat(place.parent, place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
      return cannot("make", entry.path);
    // A folder that a file below it brought along, or that comes again.
    if (S_ISDIR(status.st_mode))
      return fchmodat(place.parent, place.name.c_str(), mode, 0) == 0 ? std::nullopt : Failure(cannot("make", entry.path));
    directory_times_.pop_back();
    // A link to one that stands for it (lib -> usr/lib, when packages bring ./lib).
    if (S_ISLNK(status.st_mode)) return std::nullopt;
    if (unlinkat(place.parent, place.name.c_str(), 0) != 0) return cannot("replace", entry.path);
    return write_directory(place, entry);
  }

  Failure write_link(const Place& place, const SourceEntry& entry) {
    if (create(place, [&] { return symlinkat(entry.target.c_str(), place.parent, place.name.c_str()); }) < 0) {
      const Error error = cannot("make the link", entry.path);
      // Of a folder, which stays, unlink() says EISDIR on Linux and EPERM on macOS.
      struct stat status;
      return fstatat(place.parent, place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode) ? std::nullopt : Failure(error);
    }
    const timespec times[2] = {entry.modified, entry.modified};
    if (entry.modified.tv_sec != 0) utimensat(place.parent, place.name.c_str(), times, AT_SYMLINK_NOFOLLOW);
    links_.push_back(place.real);
    forget_place();
    return std::nullopt;
  }

  // A path asked for by way of a link leads elsewhere once that link has changed.
  void forget_place() {
    if (last_asked_ != last_real_) last_asked_.clear();
  }

  // Whether this file system takes a name for another that is written in capitals.
  bool probe_case() const {
    constexpr char kName[] = ".case-probe", kCapitals[] = ".CASE-PROBE";
    struct stat status;
    if (mkdirat(root_.get(), kName, 0700) != 0) return true;
    const bool folds = fstatat(root_.get(), kCapitals, &status, AT_SYMLINK_NOFOLLOW) == 0;
    unlinkat(root_.get(), kName, AT_REMOVEDIR);
    return folds;
  }

  static std::size_t hash(const std::string& path) { return std::hash<std::string>()(path); }

  std::string directory_;
  HostDisk disk_;
  Descriptor root_;
  // Entries come folder by folder: the last one is kept open.
  std::shared_ptr<Descriptor> last_;
  std::string last_asked_, last_real_;
  // Only where names clash: hashes, not names, so that a million entries take 40 MB.
  bool folds_case_;
  std::unordered_set<std::size_t> written_;
  std::vector<std::string> links_;
  std::size_t shared_ = 0;
  std::vector<std::pair<std::string, timespec>> directory_times_;
  std::vector<std::string> clashes_;
};

}  // namespace

Result<std::unique_ptr<Tree>> Tree::open(const std::string& directory) {
  Descriptor root(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (root.get() < 0)
    return Error{.what = "cannot open the folder (" + std::string(std::strerror(errno)) + "): " + directory, .where = {}, .fix = {}, .more = {}};
  return std::unique_ptr<Tree>(new PosixTree(directory, std::move(root)));
}

}  // namespace jetson
