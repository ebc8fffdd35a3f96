// Links of a copy: absolute ones lead into this machine, and those to what stayed behind lead nowhere.
#include <algorithm>

#include "base/os.h"
#include "base/path.h"
#include "forward/sysroot.h"
#include "sysroot/mend.h"

namespace jetson {
namespace {

constexpr std::string_view kLibraryDirectories[] = {"usr/lib/aarch64-linux-gnu", "lib/aarch64-linux-gnu", "usr/lib"};
constexpr std::string_view kDriverDirectories[] = {"nvidia", "tegra"};

// From the directory of `link` to `target`, both target paths without links.
std::string relative_text(std::string_view link, std::string_view target) {
  const auto from = components(parent(link));
  const auto to = components(target);
  std::size_t same = 0;
  while (same < from.size() && same + 1 < to.size() && from[same] == to[same]) ++same;
  std::string text;
  for (std::size_t i = same; i < from.size(); ++i) text += "../";
  for (std::size_t i = same; i < to.size(); ++i) text += to[i] + (i + 1 < to.size() ? "/" : "");
  return text.empty() ? "." : text;
}

bool is_developer_name(std::string_view path) {
  const std::string_view name = file_name(path);
  return name.starts_with("lib") && name.ends_with(".so");
}

// The library that `path` (libX.so) should lead to: the highest libX.so.N beside it or where the system has its libraries.
std::string find_library(const std::string& root, const std::string& path, const HostDisk& disk) {
  std::vector<std::string> directories{parent(path)};
  for (const auto driver : kDriverDirectories) directories.push_back(join(parent(path), driver));
  for (const auto directory : kLibraryDirectories) directories.emplace_back(directory);
  for (const std::string& directory : directories) {
    std::string best;
    for (const std::string& name : disk.list(root + "/" + directory))
      if (name.starts_with(std::string(file_name(path)) + ".") && disk.info(root + "/" + directory + "/" + name).is_file() &&
          (best.empty() || version_less(best, name)))
        best = name;
    if (!best.empty()) return "/" + directory + "/" + best;
  }
  return {};
}

}  // namespace

Failure mend_links(Tree& tree, Mended& mended) {
  const HostDisk disk;
  std::vector<Tree::Link> links = tree.links();
  std::sort(links.begin(), links.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  // The first pass finds all targets while every link is as the board has it: one link may lead through another.
  struct Change {
    Tree::Link link;
    std::string text;  // empty: removed
  };
  std::vector<Change> changes;
  const Sysroot sysroot(tree.path(), disk);
  for (const Tree::Link& link : links) {
    const auto target = sysroot.resolve("/" + link.path);
    const auto parts = components(parent("/" + link.path));
    std::size_t ups = 0;
    for (std::size_t at = 0; link.text.compare(at, 3, "../") == 0; at += 3) ++ups;
    if (target && !is_absolute(link.text) && ups <= parts.size()) continue;
    if (target) {
      // To the link's own text where that is there, so that chains (cuda -> alternatives -> cuda-12.6) stay chains.
      const bool is_plain = is_absolute(link.text) && sysroot.resolve(parent(link.text)) == parent(normal(link.text));
      changes.push_back({link, relative_text("/" + link.path, is_plain ? normal(link.text) : *target)});
      ++mended.made_relative;
      continue;
    }
    const bool developer = is_developer_name(link.path);
    const std::string library = developer ? find_library(tree.path(), link.path, disk) : "";
    if (!library.empty()) {
      changes.push_back({link, relative_text("/" + link.path, library)});
      mended.told.push_back("/" + link.path + " led nowhere (" + link.text + "); it now leads to " + library);
      continue;
    }
    changes.push_back({link, ""});
    ++mended.dangling_removed;
    if (!developer) continue;
    const std::string archive = link.path.substr(0, link.path.size() - 2) + "a";
    mended.told.push_back("/" + link.path + " led nowhere (" + link.text + ") and was removed" +
                          (disk.info(tree.path() + "/" + archive).is_file() ? "; the static library beside it will be linked" : ""));
  }
  for (const Change& change : changes)
    if (auto failure = change.text.empty() ? tree.remove(change.link.path) : tree.make_link(change.link.path, change.text)) return failure;
  return std::nullopt;
}

}  // namespace jetson
