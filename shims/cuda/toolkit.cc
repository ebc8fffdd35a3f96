#include "cuda/toolkit.h"

#include <algorithm>
#include <sstream>

#include "base/child.h"
#include "base/host.h"
#include "base/path.h"
#include "forward/cuda_view.h"
#include "forward/tool.h"

namespace jetson {
namespace {

constexpr std::string_view kDebian = "nvidia-cuda-toolkit";

// Folders below `folder` that match, the highest version first.
std::vector<std::string> highest_first(const std::string& folder, std::string_view pattern, const Disk& disk) {
  std::vector<std::string> names = disk.list(folder);
  std::erase_if(names, [&](const std::string& name) { return !matches_glob(pattern, name); });
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return version_less(b, a); });
  for (std::string& name : names) name = join(folder, name);
  return names;
}

// "Cuda compilation tools, release 13.0, V13.0.88": so say all of NVIDIA's programs.
Result<std::string> ask_version(const std::string& program, const Environment& environment) {
  const auto said = run_child({.arguments = {program, "--version"}, .environment = environment});
  if (!said) return said.error();
  const auto at = said->out.find(", V");
  if (!said->ok() || at == std::string::npos) return Error{.what = "its --version names none", .where = program, .fix = {}, .more = {}};
  return said->out.substr(at + 3, said->out.find_first_not_of("0123456789.", at + 3) - at - 3);
}

}  // namespace

std::string Toolkit::nvcc() const { return with_program_ending(root + "/bin/nvcc"); }
std::string Toolkit::ptxas() const { return with_program_ending(programs() + "/ptxas"); }
std::string Toolkit::fatbinary() const { return with_program_ending(programs() + "/fatbinary"); }
std::string Toolkit::programs() const { return is_debians ? parent(parent(root)) + "/bin" : root + "/bin"; }
std::string Toolkit::libdevice() const { return is_debians ? root + "/libdevice" : root + "/nvvm/libdevice"; }
std::string Toolkit::cicc() const { return is_debians ? root + "/bin" : root + "/nvvm/bin"; }
std::string Toolkit::include() const { return is_debians ? parent(parent(root)) + "/include" : root + "/include"; }

std::optional<Toolkit> locate_toolkit(const std::string& folder, const Disk& disk) {
  std::vector<std::string> roots{join(folder, "lib/" + std::string(kDebian)), join(folder, "usr/lib/" + std::string(kDebian)), folder};
  for (std::string& wheel : highest_first(join(folder, "nvidia"), "cu*", disk)) roots.push_back(std::move(wheel));
  for (const std::string& root : roots) {
    Toolkit toolkit{.root = root, .is_debians = file_name(root) == kDebian};
    const auto has = [&](const std::string& program) { return disk.info(program).is_file(); };
    toolkit.has_nvcc = has(toolkit.nvcc());
    // Debian's ptxas lies where any other toolkit's would, so only its nvcc tells that it is Debian's.
    if (!has(toolkit.ptxas()) || !(toolkit.has_nvcc || (!toolkit.is_debians && has(toolkit.fatbinary())))) continue;
    // Our own view is no toolkit.
    if (disk.info(join(root, kCudaViewFacts)).is_file()) continue;
    return toolkit;
  }
  return std::nullopt;
}

std::vector<Toolkit> locate_toolkits(const Environment& environment, const Disk& disk) {
  std::vector<Toolkit> found;
  const auto add = [&](const std::string& folder) {
    auto toolkit = locate_toolkit(folder, disk);
    if (!toolkit) return;
    toolkit->root = disk.real_path(toolkit->root).value_or(toolkit->root);
    const auto is_same = [&](const Toolkit& other) { return other.root == toolkit->root; };
    if (std::none_of(found.begin(), found.end(), is_same)) found.push_back(*toolkit);
  };
  for (const std::string_view name : {"CUDA_PATH", "CUDA_HOME"})
    if (const auto folder = environment.get_nonempty(name)) add(from_host_path(*folder));
  for (const std::string& folder : path_folders(environment))
    if (disk.info(join(folder, with_program_ending("nvcc"))).is_file()) add(parent(disk.real_path(folder).value_or(folder)));
  add("/usr/local/cuda");
  for (const std::string& folder : highest_first("/usr/local", "cuda-*", disk)) add(folder);
  add("/opt/cuda");
  if (const auto programs = environment.get_nonempty("ProgramFiles"))
    for (const std::string& folder : highest_first(from_host_path(*programs) + "/NVIDIA GPU Computing Toolkit/CUDA", "v*", disk)) add(folder);
  add("/usr");
  return found;
}

Failure ask_toolkit(Toolkit& toolkit, const Environment& environment) {
  const std::string program = toolkit.has_nvcc ? toolkit.nvcc() : toolkit.ptxas();
  const auto version = ask_version(program, environment);
  if (!version)
    return Error{.what = std::string(file_name(program)) + " does not run here: " + program + " (" + version.error().what + ")",
                 .where = {},
                 .fix = "name a toolkit for this machine, not the board's, by --toolkit",
                 .more = {}};
  toolkit.version = *version;
  toolkit.gpus.clear();
  if (!toolkit.has_nvcc) {
    const auto fatbinary = ask_version(toolkit.fatbinary(), environment);
    toolkit.fatbinary_version = fatbinary ? *fatbinary : "";
    return std::nullopt;
  }
  const auto list = run_child({.arguments = {program, "--list-gpu-code"}, .environment = environment});
  if (!list || !list->ok()) return std::nullopt;
  std::istringstream words(list->out);
  for (std::string word; words >> word;) toolkit.gpus.append(toolkit.gpus.empty() ? "" : " ").append(word);
  return std::nullopt;
}

}  // namespace jetson
