// Links of a copy: absolute ones lead into this machine, and those to what stayed behind lead nowhere.
#include <algorithm>

#include "base/path.h"
#include "forward/sysroot.h"
#include "sysroot/mend.h"

namespace jetson {
namespace {

constexpr std::string_view kLibraryDirectories[] = {"usr/lib/aarch64-linux-gnu", "lib/aarch64-linux-gnu", "usr/lib"};
constexpr std::ptrdiff_t kLinksAtATime = 20000;
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
std::string find_library(const std::string& root, const std::string& path, const Disk& disk) {
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

// Whether it has more ".." at its front than there are directories to leave.
bool leads_above(std::string_view text, const std::string& link) {
  std::size_t ups = 0;
  while (text.substr(3 * ups, 3) == "../") ++ups;
  return ups > components(parent(link)).size();
}

struct Dangling {
  const std::string& path;
  std::string library;  // what it shall lead to; empty: it is removed
};

void tell(Mended& mended, const std::string& link, const std::string& text, const std::string& library, const std::string& root,
          const Disk& disk) {
  const std::string led_nowhere = link + " led nowhere (" + text + ")";
  if (!library.empty()) return mended.told.push_back(led_nowhere + "; it now leads to " + library);
  const std::string archive = link.substr(0, link.size() - 2) + "a";
  mended.told.push_back(led_nowhere + " and was removed" +
                        (disk.info(root + archive).is_file() ? "; the static library beside it will be linked" : ""));
}

}  // namespace

Failure mend_links(Tree& tree, Mended& mended) {
  const Disk& disk = tree.disk();
  std::optional<Sysroot> sysroot;  // remembers what it has looked at: for so many links, not for a million
  std::vector<Dangling> dangling;
  const std::vector<std::string> links = tree.take_links();
  for (const std::string& path : links) {
    if ((&path - links.data()) % kLinksAtATime == 0) sysroot.emplace(tree.path(), disk);
    const std::string link = "/" + path;
    const auto text = disk.entry(tree.path() + link).link;
    if (!text) continue;
    const auto target = sysroot->resolve(link);
    if (!target) {
      const bool developer = is_developer_name(link);
      dangling.push_back({path, developer ? find_library(tree.path(), path, disk) : ""});
      if (developer) tell(mended, link, *text, dangling.back().library, tree.path(), disk);
      continue;
    }
    if (!is_absolute(*text) && !leads_above(*text, link)) continue;
    // To the link's own text where that is there, so that chains (cuda -> alternatives -> cuda-12.6) stay chains.
    const bool is_plain = is_absolute(*text) && sysroot->resolve(parent(*text)) == parent(normal(*text));
    if (auto failure = tree.make_link(path, relative_text(link, is_plain ? normal(*text) : *target))) return failure;
    ++mended.made_relative;
  }
  // Only now: until here every link leads where it led on the board, for one may lead through another.
  for (const auto& [path, library] : dangling) {
    if (library.empty()) ++mended.dangling_removed;
    if (auto failure = library.empty() ? tree.remove(path) : tree.make_link(path, relative_text("/" + path, library))) return failure;
  }
  return std::nullopt;
}

}  // namespace jetson
