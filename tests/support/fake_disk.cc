#include "support/fake_disk.h"

#include "base/host.h"
#include "base/path.h"

namespace jetson {
namespace {

constexpr int kMostLinks = 40;  // as Linux counts them

bool is_root(const std::string& path) { return !path.empty() && root_length(path) == path.size(); }

}  // namespace

void FakeDisk::add(const std::string& given, Node node) {
  const std::string path = given.starts_with("./") ? given.substr(2) : given;
  for (std::string above = parent(path); !is_root(above) && above != "." && !nodes_.contains(above); above = parent(above)) add_directory(above);
  node.info.inode = nodes_.size() + 1;
  nodes_[path] = std::move(node);
}

void FakeDisk::add_file(const std::string& path, std::string text, bool executable) {
  Node node{{FileInfo::Kind::kFile, executable, text.size(), 1, 0}, std::move(text), {}};
  add(path, std::move(node));
}

void FakeDisk::add_directory(const std::string& path) { add(path, {{FileInfo::Kind::kDirectory, true, 0, 1, 0}, {}, {}}); }

void FakeDisk::add_link(const std::string& path, const std::string& target) {
  add(path, {{FileInfo::Kind::kOther, false, 0, 1, 0}, {}, target});
}

void FakeDisk::add_pipe(const std::string& path) { add(path, {{FileInfo::Kind::kOther, false, 0, 1, 0}, {}, {}}); }

const FakeDisk::Node* FakeDisk::find(const std::string& path) const {
  const auto found = nodes_.find(path);
  return found == nodes_.end() ? nullptr : &found->second;
}

std::optional<std::string> FakeDisk::real_path(const std::string& path) const {
  int links_left = kMostLinks;
  return real_path(path, links_left);
}

std::optional<std::string> FakeDisk::real_path(const std::string& path, int& links_left) const {
  if (path.empty()) return std::nullopt;
  const std::size_t root = root_length(path);
  std::string done = path.substr(0, root);
  for (const std::string& part : components(path.substr(root))) {
    const std::string next = join(done, part);
    const Node* node = find(next);
    if (node == nullptr) return std::nullopt;
    if (!node->link) {
      done = next;
      continue;
    }
    if (--links_left < 0) return std::nullopt;
    const auto target = real_path(normal(join(done.empty() ? "/" : done, *node->link)), links_left);
    if (!target) return std::nullopt;
    done = *target;
  }
  return done.empty() ? "/" : done;
}

FileInfo FakeDisk::info(const std::string& path) const {
  const auto real = real_path(path);
  if (!real) return {};
  if (is_root(*real)) return {FileInfo::Kind::kDirectory, true, 0, 1, 1};
  return find(*real)->info;
}

Entry FakeDisk::entry(const std::string& path) const {
  const auto folder = real_path(parent(path));
  if (!folder) return {};
  const Node* node = find(join(*folder, file_name(path)));
  if (node == nullptr) return {};
  return {true, node->link};
}

std::vector<std::string> FakeDisk::list(const std::string& path) const {
  std::vector<std::string> names;
  const auto real = real_path(path);
  if (!real) return names;
  for (const auto& [name, node] : nodes_)
    if (parent(name) == *real) names.emplace_back(file_name(name));
  return names;
}

Result<std::string> FakeDisk::read(const std::string& path, std::size_t limit) const {
  const FileInfo file = info(path);
  if (file.kind == FileInfo::Kind::kMissing) return Error{.what = "cannot be read (No such file or directory): " + path, .where = {}, .fix = {}, .more = {}};
  if (!file.is_file()) return Error{.what = "is no regular file: " + path, .where = {}, .fix = {}, .more = {}};
  if (file.size > limit) return Error{.what = "is too large: " + path, .where = {}, .fix = {}, .more = {}};
  return find(*real_path(path))->text;
}

}  // namespace jetson
