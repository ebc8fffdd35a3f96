#include "cuda/fetch.h"

namespace jetson {
namespace {

Error no_cuda_fetch() {
  return {.what = "CUDA is not fetched on Windows: nvcc there makes no programs for Linux",
          .where = {},
          .fix = "build CUDA code in WSL, with the aarch64-jetson for Linux",
          .more = {}};
}

}  // namespace

Failure check_fetchable(const std::string&) { return no_cuda_fetch(); }
Failure fetch_compiler(const std::string&, const std::string&, const Environment&) { return no_cuda_fetch(); }
Failure fetch_runtime(const std::string&, const std::string&, const std::string&, const Environment&) { return no_cuda_fetch(); }

}  // namespace jetson
