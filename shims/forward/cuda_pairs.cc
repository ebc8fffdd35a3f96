#include "forward/cuda_pairs.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/host.h"
#include "base/path.h"
#include "forward/flags/flags.h"
#include "settings/module.h"

namespace jetson {
namespace {

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The first release of clang whose own CUDA headers fit; tried with 14, 16 and 19, the rest by LLVM's pull requests 151766 and 151760
// (CUDA 12.9 and 13) and 170258 (sm_110).
struct Since {
  std::string_view what;
  int clang;
};

Since clang_for_headers(int cuda) {
  if (cuda >= 1300) return {"CUDA 13", 22};
  if (cuda >= 1209) return {"CUDA 12.9", 22};
  if (cuda >= 1200) return {"CUDA 12", 16};
  return {"", 0};
}

constexpr Since kGpus[] = {{"sm_87", 16}, {"sm_101", 20}, {"sm_110", 22}};

// The newest CUDA each clang knows: by the headers' version and this it chooses the PTX version that ptxas then must read. Tried: 19
// with headers of 12.6 and ptxas 11.8 fails ("Unsupported .version 8.5"), 16 with the same works.
struct Knows {
  int clang, cuda;
};
constexpr int kPtx90 = 1300;  // the CUDA that PTX 9.0 came with
constexpr Knows kKnown[] = {{14, 1105}, {15, 1105}, {16, 1108}, {17, 1201}, {18, 1203}, {19, 1205}, {20, 1206}, {21, 1208}, {22, 1209}};

int newest_known(int clang) {
  for (const Knows& known : kKnown)
    if (clang <= known.clang) return known.cuda;
  return 9999;
}

Failure check_ptxas(const CudaView& view, int clang, int oldest_clang) {
  const int toolkit = cuda_number(view.toolkit_version);
  const int wanted = ptx_feature(view, clang).empty() ? std::min(cuda_number(view.target_version), newest_known(clang)) : kPtx90;
  if (toolkit >= wanted) return std::nullopt;
  std::string fix = "install the toolkit " + view.target_version + " on this machine and run `aarch64-jetson cuda setup`";
  for (const Knows& known : kKnown)
    if (known.cuda <= toolkit && known.clang >= oldest_clang && known.clang != clang) fix += ", or name clang-" + std::to_string(known.clang) + " in programs.clang";
  return Error{.what = "ptxas " + view.toolkit_version + " cannot read what clang " + std::to_string(clang) + " writes for CUDA " + view.target_version,
               .where = view.toolkit,
               .fix = std::move(fix),
               .more = {}};
}

Error wrong_pair(const CudaView& view, int clang, std::string_view what, int wanted) {
  const std::string newer = std::to_string(wanted);
  return {.what = "clang " + std::to_string(clang) + " cannot compile CUDA for this: " + std::string(what) + " needs clang " + newer + " or newer",
          .where = {},
          .fix = "name clang-" + newer + " or newer in programs.clang" +
                 (view.nvcc.empty() ? "" : ", or compile with aarch64-jetson-nvcc, which takes this clang"),
          .more = {}};
}

}  // namespace

int cuda_number(std::string_view version) {
  const auto dot = version.find('.');
  const int minor = dot == std::string_view::npos ? 0 : number(version.substr(dot + 1));
  return number(version) * 100 + std::min(minor, 99);
}

std::string_view nvcc_standard(int nvcc, int clang) {
  // clang reads C++17 from release 16 on; nvcc's front end from 12 on [tried: 11.8 with 19, 13.0 with 14]. nvcc 11.2 wants to be told with
  // clang 14, too [tried]; 11.8 does not, and those between were not at hand.
  const bool is_new_clang = clang >= 16;
  if (nvcc < 1108 || (nvcc < 1200 && is_new_clang)) return "c++17";
  if (nvcc >= 1300 && !is_new_clang) return "c++17";
  return {};
}

bool needs_allow_unsupported(const CudaView& view, int clang) {
  const int limit = number(view.clang_below);
  return limit > 0 && clang >= limit;
}

Failure check_nvcc_pair(const CudaView& view, int clang) {
  if (view.nvcc.empty())
    return Error{.what = kNvccIsForLinux ? "the toolkit " + view.toolkit_version + " has no nvcc" : "NVIDIA's nvcc for Windows compiles for Windows alone",
                 .where = view.toolkit,
                 .fix = std::string("compile with aarch64-jetson-clang++ -x cuda") +
                        (kNvccIsForLinux ? ", or run `aarch64-jetson cuda setup` with a toolkit that has it" : ""),
                 .more = {}};
  const int nvcc = cuda_number(view.toolkit_version), target = cuda_number(view.target_version);
  if (nvcc / 100 != target / 100)
    return Error{.what = "nvcc " + view.toolkit_version + " cannot compile for a sysroot with CUDA " + view.target_version,
                 .where = view.toolkit,
                 .fix = "install the toolkit " + view.target_version + " on this machine and run `aarch64-jetson cuda setup`, or compile with "
                        "aarch64-jetson-clang++ -x cuda",
                 .more = {}};
  // The option came with CUDA 11.
  if (nvcc < 1100 && needs_allow_unsupported(view, clang))
    return Error{.what = "nvcc " + view.toolkit_version + " takes clang up to " + std::to_string(number(view.clang_below) - 1) +
                         ", and this is clang " + std::to_string(clang),
                 .where = view.toolkit,
                 .fix = "compile with aarch64-jetson-clang++ -x cuda, or name another host compiler by -ccbin",
                 .more = {}};
  return std::nullopt;
}

Failure check_clang_pair(const CudaView& view, int clang, std::string_view gpu) {
  if (clang == 0) return std::nullopt;
  const Since headers = clang_for_headers(std::max(cuda_number(view.target_version), cuda_number(view.toolkit_version)));
  if (clang < headers.clang) return wrong_pair(view, clang, headers.what, headers.clang);
  int oldest = headers.clang;
  for (const Since& known : kGpus) {
    if (known.what != gpu) continue;
    if (clang < known.clang) return wrong_pair(view, clang, gpu, known.clang);
    oldest = std::max(oldest, known.clang);
  }
  return check_ptxas(view, clang, oldest);
}

Failure check_clang_includes(const CudaView& view, const Disk& disk) {
  if (disk.info(join(view.path, "include/curand_mtgp32_kernel.h")).is_file()) return std::nullopt;
  std::string dashed = view.target_version;
  std::replace(dashed.begin(), dashed.end(), '.', '-');
  return Error{.what = "the sysroot's CUDA " + view.target_version + " has no headers of cuRAND, which clang includes in every .cu file",
               .where = "there is no curand_mtgp32_kernel.h in " + view.target + "/include of the sysroot",
               .fix = "install libcurand-dev-" + dashed + " on the board and make the sysroot again, or fetch one: aarch64-jetson sysroot fetch … --with cuda" +
                      (view.nvcc.empty() ? "" : "; or compile with aarch64-jetson-nvcc, which does without"),
               .more = {}};
}

bool needs_old_offload_driver(int clang) { return clang >= 22; }

std::string_view ptx_feature(const CudaView& view, int clang) {
  return clang == 22 && cuda_number(view.target_version) >= kPtx90 ? "+ptx90" : "";
}

Argument chosen_gpu(const Settings& settings) {
  if (!settings.gpu.value.empty()) return {settings.gpu.value, origin_of(settings.gpu, "gpu")};
  const Module* module = find_module(settings.module.value);
  if (module == nullptr) return {};
  return {std::string(module->gpu), origin_of(settings.module, "module")};
}

bool nvcc_knows(const CudaView& view, std::string_view gpu) {
  if (view.gpus.empty()) return true;
  return (" " + view.gpus + " ").find(" " + std::string(gpu) + " ") != std::string::npos;
}

}  // namespace jetson
