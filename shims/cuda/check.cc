#include "cuda/check.h"

#include "base/host.h"
#include "base/path.h"
#include "cuda/target.h"
#include "forward/cuda_pairs.h"
#include "forward/cuda_view.h"
#include "forward/programs.h"

namespace jetson {
namespace {

constexpr std::string_view kTopic = "cuda";

Finding finding(Finding::Kind kind, std::string what, std::string where = {}, std::string fix = {}) {
  return {.kind = kind, .topic = std::string(kTopic), .what = std::move(what), .where = std::move(where), .fix = std::move(fix)};
}

Finding from_error(Finding::Kind kind, const Error& error) { return finding(kind, error.what, error.where, error.fix); }

// The stub or the driver itself: without either -lcuda cannot be linked.
bool has_driver(const Sysroot& sysroot, const Settings& settings) {
  for (const std::string& directory : sysroot.find(settings.directories.library_last.value))
    if (sysroot.has_file(directory + "/libcuda.so")) return true;
  return sysroot.has_file("/usr/lib/aarch64-linux-gnu/libcuda.so");
}

// Where links cannot be made the view holds a copy of the forwarder, which an update does not reach.
bool has_former_tools(const CudaView& view, const Disk& disk) {
  const std::string nvcc = with_program_ending(view.path + "/bin/nvcc");
  if (view.forwarder.empty() || disk.entry(nvcc).link) return false;
  constexpr std::size_t kMostBytesOfTool = std::size_t{1} << 26;
  const auto copy = disk.read(nvcc, kMostBytesOfTool), tool = disk.read(view.forwarder, kMostBytesOfTool);
  return copy && tool && *copy != *tool;
}

void check_pairs(Findings& findings, const CudaView& view, const Settings& settings, int clang, const Disk& disk) {
  using Kind = Finding::Kind;
  const std::string gpu = chosen_gpu(settings).text;
  if (view.toolkit_version.find(view.target_version + ".") != 0 && view.toolkit_version != view.target_version)
    findings.push_back(finding(Kind::kWarning, "the toolkit " + view.toolkit_version + " and the sysroot's CUDA " + view.target_version + " are not of one release",
                               view.toolkit, "use the toolkit " + view.target_version + " if a build or a kernel fails"));
  if (gpu.empty())
    findings.push_back(finding(Kind::kWarning, "no module is named, so nvcc and clang compile for a GPU of their own choice", settings.file,
                               "set `module`, such as module = \"orin\""));
  const auto nvcc = check_nvcc_pair(view, clang);
  const auto pair = check_clang_pair(view, clang, gpu);
  const auto missing = pair ? std::nullopt : check_clang_includes(view, disk);
  const auto& by_clang = pair ? pair : missing;
  const bool knows = gpu.empty() || nvcc_knows(view, gpu);
  const bool nvcc_works = !nvcc && knows;
  // One of the two ways is enough.
  const Kind kind = nvcc_works || !by_clang ? Kind::kWarning : Kind::kProblem;
  // A toolkit without nvcc is one that was taken for clang.
  if (nvcc && (by_clang || !view.nvcc.empty())) findings.push_back(from_error(kind, *nvcc));
  if (!knows)
    findings.push_back(finding(kind, "nvcc " + view.toolkit_version + " does not compile for " + gpu, view.toolkit,
                               "take the toolkit of the board's own CUDA release"));
  if (nvcc_works) findings.push_back(finding(Kind::kFact, "nvcc " + view.toolkit_version + " compiles for the board, with clang " + std::to_string(clang) + " as host compiler", view.nvcc));
  if (by_clang && (!nvcc_works || missing)) findings.push_back(from_error(kind, *by_clang));
  if (!by_clang) findings.push_back(finding(Kind::kFact, "clang " + std::to_string(clang) + " compiles CUDA for the board", view.path));
}

}  // namespace

Findings check_cuda_setup(const Settings& settings, std::string_view prefix, const Environment& environment, const Disk& disk,
                          const std::string& own_executable) {
  using Kind = Finding::Kind;
  Findings findings;
  const Sysroot sysroot(settings.sysroot.value, disk);
  const auto target = locate_cuda_target(sysroot, disk);
  if (!target) return findings;
  findings.push_back(finding(Kind::kFact, "CUDA " + target->version + " of the board", sysroot.on_host(target->directory)));
  if (!has_driver(sysroot, settings))
    findings.push_back(finding(Kind::kWarning, "neither the driver's libcuda.so nor CUDA's stub of it is in the sysroot: -lcuda cannot be linked",
                               sysroot.on_host(target->directory + "/lib/stubs"),
                               "install cuda-driver-dev on the board and make the sysroot again"));

  const std::string own = file_name(own_executable).ends_with(with_program_ending("clang")) ? own_executable : join(parent(own_executable), with_program_ending(std::string(prefix) + "-clang"));
  const Call call{{std::string(prefix), nullptr, {}, {}}, {}, own, {}, environment, settings, disk};
  const auto view = require_cuda_view(call, settings.sysroot.value);
  if (!view) {
    findings.push_back(from_error(Kind::kWarning, view.error()));
    return findings;
  }
  if (target->version != view->target_version || target->directory != view->target)
    findings.push_back(finding(Kind::kWarning, "the view was made for CUDA " + view->target_version + " in " + view->target, view->path,
                               "run `aarch64-jetson cuda setup`, which makes it anew"));
  if (has_former_tools(*view, disk))
    findings.push_back(finding(Kind::kWarning, "the view holds our tools of another release", view->path, "run `aarch64-jetson cuda setup`, which makes it anew"));
  const Programs programs(settings, environment, disk, own);
  const auto clang = programs.clang();
  if (!clang) findings.push_back(from_error(Kind::kProblem, clang.error()));
  else check_pairs(findings, *view, settings, programs.llvm_release(*clang).value_or(0), disk);
  return findings;
}

}  // namespace jetson
