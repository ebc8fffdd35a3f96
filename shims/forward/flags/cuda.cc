#include "forward/cuda_pairs.h"
#include "forward/cuda_view.h"
#include "forward/flags/flags.h"

namespace jetson {

// Clang would look in the sysroot's /usr/local/cuda, whose ptxas is the board's: "posix_spawn failed: Exec format error". In the view
// ptxas, fatbinary and libdevice are this machine's, the headers the sysroot's.
std::optional<Error> add_cuda(DriverBuild& build) {
  const DriverCall& asked = build.asked;
  if (!asked.compiles_cuda || asked.has_cuda_path || !build.is_for_board()) return std::nullopt;
  const auto view = require_cuda_view(build.call, build.sysroot.path());
  if (!view) return view.error();
  const std::string gpu = asked.has_gpu ? "" : chosen_gpu(build.call.settings).text;
  const int clang = build.programs.llvm_release(build.clang).value_or(0);
  if (auto wrong = check_clang_pair(*view, clang, gpu)) return wrong;
  if (auto missing = check_clang_includes(*view, build.call.disk)) return missing;
  build.first.push_back({"--cuda-path=" + view->path, "the CUDA view"});
  if (const auto feature = ptx_feature(*view, clang); !feature.empty() && !asked.has_cuda_feature)
    build.first.push_back({"--cuda-feature=" + std::string(feature), "the CUDA view"});
  if (needs_old_offload_driver(clang) && asked.links() && !asked.has_offload_driver) build.first.push_back({"--no-offload-new-driver", "the CUDA view"});
  return std::nullopt;
}

}  // namespace jetson
