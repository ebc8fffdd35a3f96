#include "cuda/view.h"

namespace jetson {
namespace {

Error no_cuda_view() {
  return {.what = "CUDA is not set up on Windows: nvcc there makes no programs for Linux",
          .where = {},
          .fix = "build CUDA code in WSL, with the aarch64-jetson for Linux; everything else builds here",
          .more = {}};
}

}  // namespace

Result<ViewParts> find_view_parts(const ViewRequest&, const Environment&, const Disk&) { return no_cuda_view(); }
Failure write_view(const ViewParts&, const ViewRequest&, const std::string&) { return no_cuda_view(); }

}  // namespace jetson
