// What update-alternatives, maintainer scripts and the first boot make on the board, and no unpacked root filesystem has
// (shared/design/jetson.md, 2, 3 and 5.4).
#include <algorithm>

#include "base/path.h"
#include "sysroot/mend.h"

namespace jetson {
namespace {

constexpr std::string_view kBoardLibraries = "usr/lib/aarch64-linux-gnu";

// In each directory `where`, a file that matches `file` gets the name `name` in the directory `put`; of several the highest version
// counts, of several rows the first that finds one.
struct MissingLink {
  std::string_view where, file, put, name, why;
};

constexpr MissingLink kMissingLinks[] = {
    {"usr/local", "cuda-*.*", "usr/local", "cuda", "update-alternatives makes it"},
    {"usr/lib/aarch64-linux-gnu/nvidia", "libnvbuf_fdmap.so.1.0.0", "usr/lib/aarch64-linux-gnu/nvidia", "libnvbuf_fdmap.so", "no package has it"},
    {"usr/lib/aarch64-linux-gnu/tegra", "libnvbuf_fdmap.so.1.0.0", "usr/lib/aarch64-linux-gnu/tegra", "libnvbuf_fdmap.so", "no package has it"},
    {"opt/nvidia/l4t-gpu-libs/openrm", "libcuda.so.1", kBoardLibraries, "libcuda.so.1", "the board makes it when it starts; openrm is Thor's"},
    {"opt/nvidia/l4t-gpu-libs/openrm", "libcuda.so", kBoardLibraries, "libcuda.so", "the board makes it when it starts; openrm is Thor's"},
    {"opt/nvidia/l4t-gpu-libs/nvgpu", "libcuda.so.1", kBoardLibraries, "libcuda.so.1", "the board makes it when it starts; nvgpu is Orin's"},
    {"opt/nvidia/l4t-gpu-libs/nvgpu", "libcuda.so", kBoardLibraries, "libcuda.so", "the board makes it when it starts; nvgpu is Orin's"},
};

class Mender {
 public:
  Mender(Tree& tree, Mended& mended) : tree_(tree), mended_(mended), root_(tree.path() + "/"), disk_(tree.disk()) {}

  // `directory`/`name` -> `target`, unless something has that name.
  Failure link(const std::string& directory, const std::string& name, const std::string& target, std::string_view why) {
    const std::string path = directory + "/" + name;
    if (disk_.entry(root_ + path).exists) return std::nullopt;
    const std::string text = parent(target) == directory ? std::string(file_name(target)) : up(directory) + target;
    mended_.told.push_back("/" + path + " was missing (" + std::string(why) + "); it now leads to /" + target);
    return tree_.make_link(path, text);
  }

  std::vector<std::string> matching(const std::string& directory, std::string_view pattern) const {
    std::vector<std::string> names;
    for (std::string& name : disk_.list(root_ + directory))
      if (matches_glob(pattern, name)) names.push_back(std::move(name));
    std::sort(names.begin(), names.end(), version_less);
    return names;
  }

  bool has_directory(const std::string& path) const { return disk_.info(root_ + path).is_directory(); }

 private:
  static std::string up(const std::string& directory) {
    std::string text;
    for (std::size_t i = components(directory).size(); i > 0; --i) text += "../";
    return text;
  }

  Tree& tree_;
  Mended& mended_;
  std::string root_;
  const Disk& disk_;
};

// /usr/local/cuda-12 and the include and lib64 of each toolkit.
Failure mend_cuda(Mender& mender) {
  for (const std::string& name : mender.matching("usr/local", "cuda-*.*")) {
    const std::string toolkit = "usr/local/" + name;
    if (auto failure = mender.link("usr/local", name.substr(0, name.find('.')), toolkit, "update-alternatives makes it")) return failure;
    for (const std::string target : {"targets/aarch64-linux", "targets/sbsa-linux"}) {
      if (!mender.has_directory(toolkit + "/" + target)) continue;
      if (auto failure = mender.link(toolkit, "include", toolkit + "/" + target + "/include", "a package makes it")) return failure;
      if (auto failure = mender.link(toolkit, "lib64", toolkit + "/" + target + "/lib", "a package makes it")) return failure;
    }
  }
  return std::nullopt;
}

// cudnn_v9.h -> cudnn.h, cudnn_ops_v9.h -> cudnn_ops.h, libcudnn.so.9 -> libcudnn.so.
Failure mend_cudnn(Mender& mender) {
  for (const std::string directory : {"usr/include/aarch64-linux-gnu", "usr/include"}) {
    auto names = mender.matching(directory, "cudnn*_v*.h");
    for (auto name = names.rbegin(); name != names.rend(); ++name)
      if (auto failure = mender.link(directory, name->substr(0, name->rfind("_v")) + ".h", directory + "/" + *name, "update-alternatives makes it"))
        return failure;
  }
  const std::string libraries(kBoardLibraries);
  auto names = mender.matching(libraries, "libcudnn*.so.*");
  for (auto name = names.begin(); name != names.end(); ++name)
    if (auto failure = mender.link(libraries, name->substr(0, name->find(".so.") + 3), libraries + "/" + *name, "update-alternatives makes it"))
      return failure;
  return std::nullopt;
}

}  // namespace

Failure mend_jetson(Tree& tree, Mended& mended) {
  Mender mender(tree, mended);
  for (const MissingLink& row : kMissingLinks) {
    const std::string where(row.where);
    const auto files = mender.matching(where, row.file);
    if (files.empty()) continue;
    if (auto failure = mender.link(std::string(row.put), std::string(row.name), where + "/" + files.back(), row.why)) return failure;
  }
  if (auto failure = mend_cuda(mender)) return failure;
  return mend_cudnn(mender);
}

}  // namespace jetson
