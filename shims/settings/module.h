// The Jetson modules: what `module = "orin"` stands for.
#pragma once

#include <span>
#include <string_view>

namespace jetson {

struct Module {
  std::string_view name;
  std::string_view cpu;        // -mcpu
  int cpu_since;               // first LLVM release that knows `cpu`
  std::string_view older_cpu;  // what an older clang gets instead
  std::string_view gpu;        // CUDA architecture
};

// From shared/design/jetson.md, 1: MIDR ids of jetson_stats, --print-supported-cpus of clang 14 and 19, LLVM pull requests 90143 and
// 87414. TX2 mixes Denver2 and Cortex-A57; A57 code runs on both.
inline constexpr Module kModules[] = {
    {"nano", "cortex-a57", 0, "", "sm_53"},
    {"tx1", "cortex-a57", 0, "", "sm_53"},
    {"tx2", "cortex-a57", 0, "", "sm_62"},
    {"xavier", "carmel", 11, "cortex-a57", "sm_72"},
    {"orin", "cortex-a78ae", 19, "cortex-a78", "sm_87"},
    {"thor", "neoverse-v3ae", 19, "generic", "sm_110"},
};

// Null where there is none of that name.
constexpr const Module* find_module(std::string_view name) {
  for (const Module& module : kModules)
    if (module.name == name) return &module;
  return nullptr;
}

}  // namespace jetson
