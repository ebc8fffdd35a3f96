#include "emit/cuda.h"

#include <algorithm>
#include <iterator>

#include "emit/cargo.h"

namespace jetson {
namespace {

// "sm_87" -> "87", as CMake and the crates want it.
std::string capability(const CudaFacts& cuda) { return cuda.gpu.starts_with("sm_") ? cuda.gpu.substr(3) : cuda.gpu; }

}  // namespace

std::string emit_cuda_cmake(const Facts& facts) {
  if (!facts.cuda) return {};
  std::string quoted;
  for (const char c : facts.cuda->view) {
    if (c == '"' || c == '\\' || c == '$' || c == ';') quoted += '\\';
    quoted += c;
  }
  std::string text = "# The toolkit of this machine joined with the board's CUDA; another compiler (clang) may be named by CMAKE_CUDA_COMPILER.\n";
  const std::string compiler = facts.cuda->has_nvcc ? quoted + "/bin/nvcc" : facts.tool("clang++");
  text += "if(NOT CMAKE_CUDA_COMPILER)\n  set(CMAKE_CUDA_COMPILER \"" + compiler + "\")\nendif()\n";
  text += "set(CMAKE_CUDA_HOST_COMPILER \"" + facts.tool("clang++") + "\")\n";
  // With clang CMake sends an empty --target where this is unset.
  text += "set(CMAKE_CUDA_COMPILER_TARGET " + facts.multiarch + ")\n";
  if (!facts.cuda->gpu.empty()) text += "if(NOT CMAKE_CUDA_ARCHITECTURES)\n  set(CMAKE_CUDA_ARCHITECTURES " + capability(*facts.cuda) + ")\nendif()\n";
  // Not below the sysroot, where the modes above would have all be looked for.
  text += "set(CUDAToolkit_ROOT \"" + quoted + "\")\nlist(APPEND CMAKE_FIND_ROOT_PATH \"" + quoted + "\")\n";
  return text;
}

bool uses_cuda_crate(std::string_view cargo_lock) {
  constexpr std::string_view kCrates[] = {"cudarc", "cust", "cust_raw", "rustacuda", "cuda-driver-sys", "cuda-runtime-sys", "cudnn-sys", "bindgen_cuda", "find_cuda_helper"};
  return std::any_of(std::begin(kCrates), std::end(kCrates), [&](std::string_view crate) {
    return cargo_lock.find("\nname = \"" + std::string(crate) + "\"\n") != std::string_view::npos;
  });
}

std::vector<std::pair<std::string, std::string>> build_cuda_variables(const Facts& facts) {
  std::vector<std::pair<std::string, std::string>> variables;
  if (!facts.cuda) return variables;
  for (const char* name : {"CUDA_PATH", "CUDA_HOME", "CUDA_ROOT", "CUDA_TOOLKIT_ROOT_DIR", "CUDA_LIBRARY_PATH"}) variables.emplace_back(name, facts.cuda->view);
  if (!facts.cuda->gpu.empty()) variables.emplace_back("CUDA_COMPUTE_CAP", capability(*facts.cuda));
  variables.emplace_back("NVCC_CCBIN", facts.tool("clang++"));
  return variables;
}

std::string emit_cuda_env(const Facts& facts) {
  if (!facts.cuda) return {};
  std::string text;
  const auto add = [&](const std::string& name, const std::string& value) { text += "export " + name + "=" + shell_word(value) + "\n"; };
  for (const auto& [name, value] : build_cuda_variables(facts)) add(name, value);
  if (facts.cuda->has_nvcc) add("NVCC", facts.cuda->nvcc());
  add("CUDACXX", facts.cuda->has_nvcc ? facts.cuda->nvcc() : facts.tool("clang++"));
  add("CUDAHOSTCXX", facts.tool("clang++"));
  if (!facts.cuda->gpu.empty()) add("CUDAARCHS", capability(*facts.cuda));
  // bindgen_cuda and cudarc run `nvcc` by its name.
  return text + "export PATH=" + shell_word(facts.cuda->view + "/bin") + ":\"$PATH\"\n";
}

Result<std::vector<TomlEntry>> build_cuda_project_entries(const Facts& facts) {
  if (!facts.cuda)
    return Error{.what = "this project uses CUDA, and CUDA has not been set up for this sysroot",
                 .where = {},
                 .fix = "run `aarch64-jetson cuda setup` first",
                 .more = {}};
  std::vector<TomlEntry> entries;
  for (auto& [name, value] : build_cuda_variables(facts)) entries.push_back({"env", name, toml_string(value), ""});
  return entries;
}

}  // namespace jetson
