// nvcc of a CUDA view: nvcc itself looks for headers, libraries and its own programs beside argv[0], so it is told that it lies in the
// view. What else it needs stands in front of the user's words (shared/design/cuda.md, 3).
#include "base/path.h"
#include "forward/build.h"
#include "forward/cuda_pairs.h"
#include "forward/cuda_view.h"
#include "forward/flags/flags.h"
#include "forward/nvcc_call.h"

namespace jetson {
namespace {

Error unknown_gpu(const CudaView& view, const Argument& gpu) {
  return {.what = "nvcc " + view.toolkit_version + " does not compile for " + gpu.text + "; it knows " + view.gpus,
          .where = gpu.from,
          .fix = "take the CUDA release of that board's JetPack (sysroot and toolkit), or name another module",
          .more = {}};
}

}  // namespace

Result<Command> build_nvcc_command(const Call& call) {
  const auto sysroot = require_sysroot(call, std::nullopt);
  if (!sysroot) return sysroot.error();
  const auto view = require_cuda_view(call, sysroot->path());
  if (!view) return view.error();
  const NvccCall asked = read_nvcc_call(call.arguments, call.environment, call.disk);

  if (view->nvcc.empty()) return *check_nvcc_pair(*view, 0);
  Command command;
  command.program = view->nvcc;
  const auto add = [&](std::string text, std::string from) { command.arguments.push_back({std::move(text), std::move(from)}); };
  add(join(view->path, "bin/nvcc"), "the CUDA view");
  if (!asked.only_asks) {
    if (!asked.has_ccbin) {
      const Programs programs(call.settings, call.environment, call.disk, call.own_executable);
      const auto clang = programs.clang(call.name.version);
      if (!clang) return clang.error();
      const int release = programs.llvm_release(*clang).value_or(0);
      if (const auto wrong = check_nvcc_pair(*view, release)) return *wrong;
      const std::string version = call.name.version.empty() ? "" : "-" + call.name.version;
      add("-ccbin", "default: our C++ compiler");
      add(own_tool(call, "clang++" + version), "default: our C++ compiler");
      const std::string pair = "default: nvcc " + view->toolkit_version + " with clang " + std::to_string(release);
      if (!asked.allows_unsupported && needs_allow_unsupported(*view, release)) add("-allow-unsupported-compiler", pair);
      const std::string_view standard = nvcc_standard(cuda_number(view->toolkit_version), release);
      if (release > 0 && !standard.empty() && !asked.has_standard && !asked.compiles_c) add("-std=" + std::string(standard), pair);
    }
    // nvcc adds up all it is given, so that ours would be compiled besides the user's.
    if (const Argument gpu = chosen_gpu(call.settings); !asked.has_gpu && !gpu.text.empty()) {
      if (!nvcc_knows(*view, gpu.text)) return unknown_gpu(*view, gpu);
      add("-arch=" + gpu.text, gpu.from);
    }
  }
  for (const std::string& word : call.arguments) add(word, std::string(kUser));
  return command;
}

}  // namespace jetson
