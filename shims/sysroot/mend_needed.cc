// Libraries that others need and that lie only in a subdirectory: on the board update-alternatives links them to where ld.so looks
// (liblapack.so.3 -> lapack/liblapack.so.3; without it no OpenCV program starts).
#include <algorithm>
#include <map>
#include <set>

#include "base/path.h"
#include "sysroot/loader_path.h"
#include "sysroot/mend.h"
#include "sysroot/scan.h"

namespace jetson {
namespace {

constexpr std::string_view kMultiarch = "/usr/lib/aarch64-linux-gnu";

// Packages whose libraries are linked whoever needs them: a user's own -llapack does. The first of several counts.
constexpr std::string_view kAlternatives[] = {"lapack", "blas", "openblas-*", "blis-*", "atlas"};

// libX.so.3, libX.so and libX.a, but not libX.so.3.11.0.
bool is_alternative(std::string_view name) {
  const std::size_t version = name.find(".so.");
  return name.starts_with("lib") && (name.ends_with(".a") || name.ends_with(".so") ||
                                     (version != std::string_view::npos && name.find('.', version + 4) == std::string_view::npos));
}

class NeedMender {
 public:
  NeedMender(Tree& tree, Mended& mended)
      : tree_(tree), mended_(mended), disk_(tree.disk()), sysroot_(tree.path(), disk_), searched_(locate_loader_directories(subject_)) {
    for (const std::string& name : disk_.list(on_host("")))
      if (!disk_.entry(on_host(name)).link && disk_.info(on_host(name)).is_directory()) subdirectories_.push_back(name);
    std::sort(subdirectories_.begin(), subdirectories_.end(), version_less);
  }

  Failure mend() {
    for (const std::string_view pattern : kAlternatives)
      for (const std::string& directory : subdirectories_) {
        if (!matches_glob(pattern, directory)) continue;
        auto names = disk_.list(on_host(directory));
        std::sort(names.begin(), names.end());
        for (const std::string& name : names)
          if (is_alternative(name))
            if (auto failure = link(directory, name, "update-alternatives makes it")) return failure;
      }
    collect_needs();
    for (const auto& [name, by] : needs_)
      if (auto failure = provide(name, by)) return failure;
    return std::nullopt;
  }

 private:
  std::string on_host(const std::string& name) const { return sysroot_.on_host(kMultiarch) + "/" + name; }

  // Of the libraries where the loader looks and one level below: plugins in deeper directories find theirs by their own ways.
  void collect_needs() {
    std::set<std::string> directories(searched_.begin(), searched_.end());
    for (const std::string& name : subdirectories_) directories.insert(std::string(kMultiarch) + "/" + name);
    for (const std::string& directory : directories)
      for (const std::string& name : disk_.list(sysroot_.on_host(directory))) {
        const std::string path = directory + "/" + name;
        if (!has_library_name(name) || disk_.entry(sysroot_.on_host(path)).link) continue;
        const auto facts = subject_.read_elf_file(path);
        if (!facts || !*facts || !(*facts)->is_aarch64) continue;
        const auto own = expand_runpath((*facts)->runpath, directory, subject_.multiarch);
        for (const std::string& needed : (*facts)->needed)
          if (needed.find('/') == std::string::npos && !subject_.find_file(needed, own)) needs_.try_emplace(needed, path);
      }
  }

  // What is nowhere is told by the check (check_needed.cc).
  Failure provide(const std::string& name, const std::string& by) {
    if (subject_.find_file(name, searched_)) return std::nullopt;
    for (const std::string& directory : subdirectories_) {
      if (!disk_.info(on_host(directory + "/" + name)).is_file()) continue;
      // The names to link by come along: libX.so.3, and libX.so and libX.a.
      const std::string stem = name.substr(0, name.find(".so") + 1);
      for (const std::string& file : {name, stem + "so", stem + "a"})
        if (disk_.info(on_host(directory + "/" + file)).is_file())
          if (auto failure = link(directory, file, by + " needs it, and update-alternatives makes it")) return failure;
      return std::nullopt;
    }
    return std::nullopt;
  }

  Failure link(const std::string& directory, const std::string& name, const std::string& why) {
    if (disk_.entry(on_host(name)).exists) return std::nullopt;
    const std::string path = std::string(kMultiarch).substr(1) + "/" + name;
    if (name.find(".so.") != std::string::npos)
      mended_.told.push_back("/" + path + " was missing (" + why + "); it now leads to " + directory + "/" + name);
    return tree_.make_link(path, directory + "/" + name);
  }

  Tree& tree_;
  Mended& mended_;
  const Disk& disk_;
  const Sysroot sysroot_;
  const Settings settings_;
  const Subject subject_{.sysroot = sysroot_, .disk = disk_, .settings = settings_, .multiarch = "aarch64-linux-gnu", .packages = {}, .gcc = {}, .directories = {}};
  std::vector<std::string> searched_, subdirectories_;  // target paths; names below kMultiarch
  std::map<std::string, std::string> needs_;            // a library's name -> one that needs it
};

}  // namespace

Failure mend_needed(Tree& tree, Mended& mended) { return NeedMender(tree, mended).mend(); }

}  // namespace jetson
