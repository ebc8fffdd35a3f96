#include "forward/flags/flags.h"
#include "settings/module.h"

namespace jetson {

void add_cpu(DriverBuild& build) {
  const Settings& settings = build.call.settings;
  if (build.asked.has_cpu || !build.is_for_board()) return;
  if (!settings.cpu.value.empty()) {
    build.first.push_back({"-mcpu=" + settings.cpu.value, origin_of(settings.cpu, "cpu")});
    return;
  }
  const Module* module = find_module(settings.module.value);
  if (module == nullptr) return;
  // Looked up only where the answer depends on it: `init` writes `cpu`, and then nothing is looked up.
  const bool is_known = module->cpu_since == 0 || build.programs.llvm_release(build.clang).value_or(0) >= module->cpu_since;
  build.first.push_back({"-mcpu=" + std::string(is_known ? module->cpu : module->older_cpu), origin_of(settings.module, "module")});
}

}  // namespace jetson
