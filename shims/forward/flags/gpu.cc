#include "forward/cuda_pairs.h"
#include "forward/flags/flags.h"

namespace jetson {

// Without it clang compiles for an architecture of its own choice (sm_35 in 14, sm_52 in 19), which no Jetson has.
void add_gpu(DriverBuild& build) {
  if (!build.asked.compiles_cuda || build.asked.has_gpu) return;
  if (auto gpu = chosen_gpu(build.call.settings); !gpu.text.empty()) build.first.push_back({"--cuda-gpu-arch=" + gpu.text, gpu.from});
}

}  // namespace jetson
