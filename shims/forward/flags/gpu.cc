#include "forward/flags/flags.h"
#include "settings/module.h"

namespace jetson {

// Without it clang compiles for an architecture of its own choice (sm_35 in 14, sm_52 in 19), which no Jetson has.
void add_gpu(DriverBuild& build) {
  const Settings& settings = build.call.settings;
  if (!build.asked.compiles_cuda || build.asked.has_gpu) return;
  if (!settings.gpu.value.empty()) {
    build.first.push_back({"--cuda-gpu-arch=" + settings.gpu.value, origin_of(settings.gpu, "gpu")});
  } else if (const Module* module = find_module(settings.module.value)) {
    build.first.push_back({"--cuda-gpu-arch=" + std::string(module->gpu), origin_of(settings.module, "module")});
  }
}

}  // namespace jetson
