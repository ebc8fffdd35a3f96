// Libraries that others need and that lie only in a subdirectory: on the board update-alternatives links them to where ld.so looks
// (liblapack.so.3 -> lapack/liblapack.so.3; without it no OpenCV program starts).
#include <fcntl.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "base/descriptor.h"
#include "base/os.h"
#include "base/path.h"
#include "sysroot/elf.h"
#include "sysroot/mend.h"

namespace jetson {
namespace {

constexpr std::string_view kLibraries = "usr/lib/aarch64-linux-gnu";

// Where ld.so looks by itself, and by what the first boot writes into ld.so.conf.d (jetson.md, 3).
constexpr std::string_view kSearched[] = {
    kLibraries, "lib/aarch64-linux-gnu", "usr/lib", "lib", "usr/local/lib", "usr/lib/aarch64-linux-gnu/nvidia",
    "usr/lib/aarch64-linux-gnu/tegra", "usr/lib/aarch64-linux-gnu/tegra-egl", "opt/nvidia/l4t-gpu-libs/openrm", "opt/nvidia/l4t-gpu-libs/nvgpu",
};

// Packages whose libraries are linked whoever needs them: a user's own -llapack does. The first of several counts.
constexpr std::string_view kAlternatives[] = {"lapack", "blas", "openblas-*", "blis-*", "atlas"};

// libX.so.3, libX.so and libX.a, but not libX.so.3.11.0.
bool is_alternative(std::string_view name) {
  const std::size_t version = name.find(".so.");
  return name.starts_with("lib") && (name.ends_with(".a") || name.ends_with(".so") ||
                                     (version != std::string_view::npos && name.find('.', version + 4) == std::string_view::npos));
}

bool is_library(std::string_view name) { return name.starts_with("lib") && name.find(".so") != std::string_view::npos; }

class NeedMender {
 public:
  NeedMender(Tree& tree, Mended& mended) : tree_(tree), mended_(mended), root_(tree.path() + "/") {
    for (const std::string_view directory : kSearched) searched_.emplace_back(directory);
    for (const std::string_view pattern : {"usr/local/cuda*/targets/*/lib", "opt/*/lib", "opt/nvidia/*/lib", "opt/nvidia/*/lib/aarch64-linux-gnu"})
      add_matching("", components(pattern), 0);
    add_configured();
    for (const std::string& name : disk_.list(root_ + std::string(kLibraries)))
      if (!disk_.entry(path_of(name)).link && disk_.info(path_of(name)).is_directory()) subdirectories_.push_back(name);
    std::sort(subdirectories_.begin(), subdirectories_.end(), version_less);
  }

  Failure mend() {
    for (const std::string_view pattern : kAlternatives)
      for (const std::string& directory : subdirectories_) {
        if (!matches_glob(pattern, directory)) continue;
        for (const std::string& name : alternatives_in(directory))
          if (auto failure = link(directory, name, "update-alternatives makes it")) return failure;
      }
    collect_needs();
    for (const auto& [name, need] : needs_)
      if (auto failure = provide(name, need)) return failure;
    return std::nullopt;
  }

 private:
  struct Need {
    std::string by;
    bool has_runpath = true;  // everybody who needs it has a RUNPATH to find it by
  };

  std::string path_of(const std::string& name) const { return root_ + std::string(kLibraries) + "/" + name; }

  void add_matching(const std::string& directory, const std::vector<std::string>& parts, std::size_t at) {
    if (at == parts.size()) {
      searched_.push_back(directory);
      return;
    }
    for (const std::string& name : disk_.list(root_ + directory))
      if (matches_glob(parts[at], name)) add_matching(directory.empty() ? name : directory + "/" + name, parts, at + 1);
  }

  void add_configured() {
    for (const std::string& name : disk_.list(root_ + "etc/ld.so.conf.d")) {
      std::ifstream file(root_ + "etc/ld.so.conf.d/" + name);
      for (std::string line; std::getline(file, line);)
        if (line.starts_with('/')) searched_.push_back(line.substr(1, line.find_last_not_of(" \t\r")));
    }
  }

  std::vector<std::string> alternatives_in(const std::string& directory) const {
    auto names = disk_.list(path_of(directory));
    std::erase_if(names, [](const std::string& name) { return !is_alternative(name); });
    std::sort(names.begin(), names.end());
    return names;
  }

  bool is_found(const std::string& name) const {
    return std::any_of(searched_.begin(), searched_.end(), [&](const std::string& directory) { return disk_.entry(root_ + directory + "/" + name).exists; });
  }

  // Of the libraries where ld.so looks and one level below: plugins in deeper directories find theirs by their own ways.
  void collect_needs() {
    std::set<std::string> directories(searched_.begin(), searched_.end());
    for (const std::string& name : subdirectories_) directories.insert(std::string(kLibraries) + "/" + name);
    for (const std::string& directory : directories)
      for (const std::string& name : disk_.list(root_ + directory)) {
        const std::string path = root_ + directory + "/" + name;
        if (!is_library(name) || disk_.entry(path).link) continue;
        const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        if (file.get() < 0) continue;
        const auto facts = read_elf(file.get(), path);
        if (!facts || !*facts || !(*facts)->is_aarch64) continue;
        for (const std::string& needed : (*facts)->needed) {
          Need& need = needs_.try_emplace(needed, Need{.by = "/" + directory + "/" + name}).first->second;
          need.has_runpath = need.has_runpath && !(*facts)->runpath.empty();
        }
      }
  }

  Failure provide(const std::string& name, const Need& need) {
    if (name.find('/') != std::string::npos || is_found(name)) return std::nullopt;
    for (const std::string& directory : subdirectories_) {
      if (!disk_.info(path_of(directory + "/" + name)).is_file()) continue;
      if (need.has_runpath) return std::nullopt;
      // The names to link by come along: libX.so.3, and libX.so and libX.a.
      const std::string stem = name.substr(0, name.find(".so") + 1);
      for (const std::string& file : {name, stem + "so", stem + "a"})
        if (disk_.info(path_of(directory + "/" + file)).is_file())
          if (auto failure = link(directory, file, need.by + " needs it, and update-alternatives makes it")) return failure;
      return std::nullopt;
    }
    mended_.told.push_back(name + " is nowhere in the sysroot, and " + need.by + " needs it");
    return std::nullopt;
  }

  Failure link(const std::string& directory, const std::string& name, const std::string& why) {
    if (disk_.entry(path_of(name)).exists) return std::nullopt;
    const std::string path = std::string(kLibraries) + "/" + name;
    if (name.find(".so.") != std::string::npos)
      mended_.told.push_back("/" + path + " was missing (" + why + "); it now leads to " + directory + "/" + name);
    return tree_.make_link(path, directory + "/" + name);
  }

  Tree& tree_;
  Mended& mended_;
  std::string root_;
  HostDisk disk_;
  std::vector<std::string> searched_, subdirectories_;
  std::map<std::string, Need> needs_;
};

}  // namespace

Failure mend_needed(Tree& tree, Mended& mended) { return NeedMender(tree, mended).mend(); }

}  // namespace jetson
