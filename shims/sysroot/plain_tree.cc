#include "sysroot/plain_tree.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <set>
#include <system_error>

#include "base/file.h"
#include "base/native_path.h"
#include "base/os.h"
#include "base/path.h"
#include "sysroot/link_copies.h"
#include "sysroot/stage.h"
#include "sysroot/windows_name.h"

namespace jetson {
namespace {

namespace fs = std::filesystem;
using Item = Catalog::Item;
using Kind = Catalog::Kind;
using Place = Catalog::Place;

// The tree as it will be on the board: links from the catalog, everything else from the disk.
class TreeDisk final : public Disk {
 public:
  TreeDisk(const std::string& root, const Catalog& catalog) : root_(root), catalog_(catalog) {}

  FileInfo info(const std::string& path) const override {
    const auto real = real_path(path);
    return real ? host_.info(*real) : FileInfo();
  }
  Entry entry(const std::string& path) const override {
    const Place place = catalog_.locate(below(path));
    const Item* const item = place.end == Place::End::kFound ? catalog_.find(place.path) : nullptr;
    if (item == nullptr) return {place.path.empty(), std::nullopt};
    return {true, item->kind == Kind::kLink ? std::optional(item->target) : std::nullopt};
  }
  std::vector<std::string> list(const std::string& path) const override {
    std::vector<std::string> names;
    const Place place = catalog_.resolve(below(path));
    if (place.end == Place::End::kFound)
      for (const Item* item : catalog_.list(place.path)) names.emplace_back(file_name(item->path));
    return names;
  }
  std::optional<std::string> real_path(const std::string& path) const override {
    const Place place = catalog_.resolve(below(path));
    if (place.end != Place::End::kFound) return std::nullopt;
    return place.path.empty() ? root_ : root_ + "/" + place.path;
  }
  Result<std::string> read(const std::string& path, std::size_t limit) const override { return host_.read(real_path(path).value_or(path), limit); }

 private:
  std::string_view below(std::string_view path) const { return path.substr(std::min(path.size(), root_.size())); }

  const std::string& root_;
  const Catalog& catalog_;
  HostDisk host_;
};

class PlainTree final : public Tree {
 public:
  explicit PlainTree(std::string directory) : directory_(std::move(directory)), disk_(directory_, catalog_) {}

  Failure write(const SourceEntry& entry, Content* content) override {
    if (entry.kind == SourceEntry::Kind::kOther) return std::nullopt;
    const Place place = catalog_.locate(entry.path);
    if (place.path.empty()) return Error{.what = "an entry without a name", .where = directory_, .fix = {}, .more = {}};
    if (place.end == Place::End::kLoop) return cannot("write", entry.path, ELOOP);
    if (place.end == Place::End::kNoDirectory) return cannot("write", entry.path, ENOTDIR);
    if (!can_be_had(place.path)) return write_nowhere(content);
    if (auto failure = make_directories(parent(place.path))) return failure;
    // In the spelling of the entry, and the directories as they are.
    const std::string path = place.path.substr(0, place.path.size() - file_name(place.path).size()) + std::string(file_name(entry.path));
    switch (entry.kind) {
      case SourceEntry::Kind::kDirectory: return write_directory(path);
      case SourceEntry::Kind::kLink: return write_link(path, entry.target);
      case SourceEntry::Kind::kHardLink: return write_hard_link(path, entry);
      default: return write_file(path, entry, content);
    }
  }

  Failure finish() override {
    const LinkCopies plan = plan_link_copies(catalog_);
    for (const auto& [path, from] : plan.copies) {
      if (auto failure = check_interrupted()) return failure;
      if (auto failure = from.empty() ? make_directory(path) : make_same(path, from)) return failure;
    }
    clashes_.insert(clashes_.end(), plan.remarks.begin(), plan.remarks.end());
    return std::nullopt;
  }

  Failure make_link(const std::string& path, const std::string& target) override {
    return write({.kind = SourceEntry::Kind::kLink, .path = path, .target = target}, nullptr);
  }

  Failure remove(const std::string& path) override {
    const Place place = catalog_.locate(path);
    if (place.end != Place::End::kFound) return std::nullopt;
    return remove_item(*catalog_.find(place.path));
  }

  std::vector<std::string> take_links() override {
    std::vector<std::string> paths = std::exchange(links_, {});
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
  }

  std::vector<std::string> clashes() const override { return clashes_; }
  std::size_t shared() const override { return 0; }
  std::string path() const override { return directory_; }
  const Disk& disk() const override { return disk_; }

 private:
  fs::path on_host(const std::string& path) const { return native_path(directory_ + "/" + path); }

  Error cannot(std::string_view verb, const std::string& path, const std::error_code& code) const {
    Error error{.what = "cannot " + std::string(verb) + " /" + path + " in the new sysroot (" + code.message() + ")",
                .where = directory_,
                .fix = {},
                .more = {}};
    if (code == std::errc::no_space_on_device) error.fix = "make room on that file system, or name a destination on another";
    if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted || code == std::errc::read_only_file_system)
      error.fix = "name a destination that you may write";
    if (code == std::errc::filename_too_long || code == std::errc::no_such_file_or_directory)
      error.fix = "the name may be longer than this system takes: name a destination with a shorter path";
    return error;
  }
  Error cannot(std::string_view verb, const std::string& path, int code) const { return cannot(verb, path, std::error_code(code, std::generic_category())); }

  // Each name that cannot be is told once, with all that lies below it.
  bool can_be_had(const std::string& path) {
    for (std::size_t start = 0; start <= path.size();) {
      const std::size_t end = std::min(path.find('/', start), path.size());
      if (const std::string why = why_not_on_windows(path.substr(start, end - start)); !why.empty()) {
        if (refused_.insert(path.substr(0, end)).second)
          clashes_.push_back("/" + path.substr(0, end) + " was left out: no file here can have that name, which " + why);
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  // What is left out is read all the same: its sum may be wanted, and the source is a stream.
  Failure write_nowhere(Content* content) const {
    if (content == nullptr) return std::nullopt;
    const Descriptor file = create_nameless_file(directory_);
    if (file.get() < 0) return cannot("write", "", errno);
    return content->write_to(file.get());
  }

  Failure make_directories(const std::string& path) {
    if (path == "." || catalog_.find(path) != nullptr) return std::nullopt;
    if (auto failure = make_directories(parent(path))) return failure;
    return make_directory(path);
  }

  Failure make_directory(const std::string& path) {
    std::error_code code;
    fs::create_directory(on_host(path), code);
    if (code) return cannot("make", path, code);
    catalog_.put({path, Kind::kDirectory});
    return std::nullopt;
  }

  // Whether `path` may be written; what has its name is then gone. A directory stays, and a file stays before a link of another spelling.
  Result<bool> make_way(const std::string& path, Kind kind) {
    const Item* const former = catalog_.find(path);
    if (former == nullptr) return true;
    const bool clashes = former->path != path;
    const bool yields = former->kind != Kind::kDirectory && !(clashes && former->kind == Kind::kFile && kind == Kind::kLink);
    if (clashes) tell_clash(path, yields ? "this one" : "/" + former->path);
    if (!yields && !clashes && kind == Kind::kFile) return cannot("write", path, EISDIR);
    if (!yields) return false;
    if (auto failure = remove_item(*former)) return *failure;
    return true;
  }

  Failure remove_item(const Item& item) {
    const std::string path = item.path;
    std::error_code code;
    if (item.kind != Kind::kLink) fs::remove(on_host(path), code);
    if (code) return cannot("remove", path, code);
    catalog_.remove(path);
    return std::nullopt;
  }

  void tell_clash(const std::string& path, const std::string& kept) {
    clashes_.push_back("/" + path + " has the name of another file but for upper and lower case; this file system holds one of them, and keeps " + kept);
  }

  Failure write_directory(const std::string& path) {
    const Item* const former = catalog_.find(path);
    if (former == nullptr) return make_directory(path);
    if (former->kind == Kind::kDirectory && former->path != path)
      clashes_.push_back("/" + path + " and /" + former->path + " are one folder on this file system, which holds the files of both");
    // A link stands for the directory (lib -> usr/lib, when packages bring ./lib).
    if (former->kind != Kind::kFile) return std::nullopt;
    if (former->path != path) tell_clash(path, "this one");
    if (auto failure = remove_item(*former)) return failure;
    return make_directory(path);
  }

  Failure write_link(const std::string& path, const std::string& target) {
    const auto may = make_way(path, Kind::kLink);
    if (!may) return may.error();
    if (!*may) return std::nullopt;
    catalog_.put({path, Kind::kLink, target});
    links_.push_back(path);
    return std::nullopt;
  }

  Failure write_hard_link(const std::string& path, const SourceEntry& entry) {
    const Place first = catalog_.locate(entry.target);
    if (first.path == path) return std::nullopt;  // tar writes these when it is told a name twice
    if (!can_be_had(first.path)) {
      clashes_.push_back("/" + path + " was left out: it is another name of a file that was");
      return std::nullopt;
    }
    const Item* const item = first.end == Place::End::kFound ? catalog_.find(first.path) : nullptr;
    if (item == nullptr || item->kind == Kind::kDirectory) return cannot("link", entry.path, item == nullptr ? ENOENT : EPERM);
    if (item->kind == Kind::kLink) return write_link(path, item->target);
    if (item == catalog_.find(path)) return std::nullopt;  // but for upper and lower case it is that file
    const std::string from = item->path;
    const auto may = make_way(path, Kind::kFile);
    if (!may) return may.error();
    if (!*may) return std::nullopt;
    catalog_.put({path, Kind::kFile});
    return make_same(path, from);
  }

  Failure write_file(const std::string& path, const SourceEntry& entry, Content* content) {
    const auto may = make_way(path, Kind::kFile);
    if (!may) return may.error();
    if (!*may) return write_nowhere(content);
    {
      const Descriptor file = create_file(path_text(on_host(path)));
      if (file.get() < 0) return cannot("write", entry.path, errno);
      catalog_.put({path, Kind::kFile});
      if (content != nullptr)
        if (auto failure = content->write_to(file.get())) return failure;
    }
    const auto since_epoch = std::chrono::seconds(entry.modified.tv_sec) + std::chrono::nanoseconds(entry.modified.tv_nsec);
    const auto time = fs::file_time_type::clock::from_sys(std::chrono::sys_time<std::chrono::nanoseconds>(since_epoch));
    std::error_code ignored;
    fs::last_write_time(on_host(path), std::chrono::time_point_cast<fs::file_time_type::duration>(time), ignored);
    return std::nullopt;
  }

  // Another name of the file where the file system has such (NTFS), else a copy.
  Failure make_same(const std::string& path, const std::string& from) {
    std::error_code code;
    fs::create_hard_link(on_host(from), on_host(path), code);
    if (!code && fs::exists(on_host(path), code)) return std::nullopt;
    code.clear();
    fs::copy_file(on_host(from), on_host(path), code);
    if (code) return cannot("copy /" + from + " to", path, code);
    return std::nullopt;
  }

  std::string directory_;
  Catalog catalog_;
  TreeDisk disk_;
  std::set<std::string> refused_;
  std::vector<std::string> links_, clashes_;
};

}  // namespace

std::unique_ptr<Tree> open_plain_tree(const std::string& directory) { return std::make_unique<PlainTree>(directory); }

}  // namespace jetson
