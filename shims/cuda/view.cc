#include "cuda/view.h"

#include <filesystem>
#include <fstream>

#include "base/host.h"
#include "base/native_path.h"
#include "base/os.h"
#include "cuda/join.h"
#include "forward/cuda_pairs.h"

namespace jetson {
namespace {

namespace fs = std::filesystem;

// NVIDIA's own names; CMake before 3.26 knows only aarch64-linux, nvcc takes sbsa-linux where both are there (cuda.md, 2).
constexpr const char* kTargets[] = {"aarch64-linux", "sbsa-linux"};

// nvcc's settings for NVIDIA's layout; Debian's own lead to the libraries of this machine.
constexpr std::string_view kProfile =
    "TOP = $(_HERE_)/..\n"
    "CICC_PATH = $(TOP)/nvvm/bin\n"
    "NVVMIR_LIBRARY_DIR = $(TOP)/nvvm/libdevice\n"
    "PATH += $(CICC_PATH):$(_HERE_):\n"
    "INCLUDES += \"-I$(TOP)/$(_TARGET_DIR_)/include\" $(_SPACE_)\n"
    "LIBRARIES =+ $(_SPACE_) \"-L$(TOP)/$(_TARGET_DIR_)/lib$(_TARGET_SIZE_)/stubs\" \"-L$(TOP)/$(_TARGET_DIR_)/lib$(_TARGET_SIZE_)\"\n";

void write(const fs::path& file, std::string_view text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw fs::filesystem_error("cannot write", file, std::make_error_code(std::errc::io_error));
}

bool has_foreign_fatbinary(const Toolkit& toolkit) {
  return !toolkit.fatbinary_version.empty() && cuda_number(toolkit.fatbinary_version) / 100 != cuda_number(toolkit.version) / 100;
}

void write_programs(const ViewParts& parts, const ViewRequest& request, const Joiner& joiner, const fs::path& view) {
  fs::create_directories(view / "bin");
  const auto add_ours = [&](const std::string& name) {
    const fs::path place = view / "bin" / with_program_ending(name);
    // A copy learns from the view's facts who it is.
    if (!joiner.has_links()) return joiner.add_file(native_path(request.forwarder), place);
    const std::string ours = request.prefix + "-" + name;
    fs::create_symlink(request.forwarder, view / "bin" / ours);
    fs::create_symlink(ours, place);
  };
  add_ours("nvcc");
  if (!parts.facts.fatbinary.empty()) add_ours("fatbinary");
  const fs::path root = native_path(parts.toolkit.root), programs = native_path(parts.toolkit.programs());
  if (!parts.toolkit.is_debians) {
    joiner.add_contents(programs, view / "bin");
    joiner.add_folder(root / "nvvm", view / "nvvm");
    return;
  }
  write(view / "bin/nvcc.profile", kProfile);
  joiner.add_contents(root / "bin", view / "bin");
  // Debian's gcc and g++ there choose an old host compiler.
  for (const char* name : {"gcc", "g++"}) fs::remove(view / "bin" / name);
  // All else of /usr/bin stays out.
  for (const char* name : {"bin2c", "cu++filt", "cudafe++", "cuobjdump", "fatbinary", "nvdisasm", "nvlink", "nvprune", "ptxas", "__nvcc_device_query"})
    if (const fs::path program = programs / name; fs::exists(program)) joiner.add_file(program, view / "bin" / name);
  fs::create_directories(view / "nvvm");
  joiner.add_folder(native_path(parts.toolkit.cicc()), view / "nvvm/bin");
  joiner.add_folder(native_path(parts.toolkit.libdevice()), view / "nvvm/libdevice");
}

void write_target(const ViewParts& parts, const ViewRequest& request, const Joiner& joiner, const fs::path& view) {
  const HostDisk disk;
  const Sysroot sysroot(absolute_text(request.sysroot), disk);
  const fs::path target = native_path(sysroot.on_host(parts.target.directory));
  fs::create_directories(view / "targets");
  if (parts.target.has_crt) {
    joiner.add_folder(target, view / "targets" / kTargets[0]);
  } else {
    // The board has the runtime without its nvcc: what belongs to nvcc comes from this machine's, behind all of the board's.
    const fs::path joined = view / "targets" / kTargets[0];
    fs::create_directories(joined / "include");
    joiner.add_contents(target / "include", joined / "include");
    joiner.add_contents(native_path(parts.toolkit.include()), joined / "include");
    joiner.add_folder(target / "lib", joined / "lib");
  }
  joiner.add_name(kTargets[0], view / "targets" / kTargets[1]);
  const fs::path first = fs::path("targets") / kTargets[0];
  joiner.add_name(first / "include", view / "include");
  joiner.add_name(first / "lib", view / "lib64");
  joiner.add_name("lib64", view / "lib");
}

// Of those that run here the first with the sysroot's very version, else the first of the same release, else the first.
Result<Toolkit> choose(std::vector<Toolkit> toolkits, const CudaTarget& target, const Environment& environment) {
  std::vector<Toolkit> usable;
  Failure why_not;
  for (Toolkit& toolkit : toolkits) {
    if (auto error = ask_toolkit(toolkit, environment)) why_not = why_not ? why_not : error;
    else usable.push_back(std::move(toolkit));
  }
  const int wanted = cuda_number(target.version);
  for (const int exactness : {1, 100})
    for (const Toolkit& toolkit : usable)
      if (cuda_number(toolkit.version) / exactness == wanted / exactness) return toolkit;
  if (!usable.empty()) return usable.front();
  if (why_not) return *why_not;
  const bool has_wheels = wanted >= 1200;
  return Error{.what = "there is no CUDA toolkit on this machine",
               .where = "looked in CUDA_PATH, PATH, /usr/local/cuda*, /opt/cuda and /usr/lib/nvidia-cuda-toolkit",
               .fix = has_wheels ? "run `aarch64-jetson cuda fetch " + target.version + " FOLDER`, then `aarch64-jetson cuda setup --toolkit FOLDER`"
                                 : "install CUDA " + target.version + " (NVIDIA's toolkit for this machine; Debian: nvidia-cuda-toolkit is 11.8), "
                                   "or name it by --toolkit",
               .more = {}};
}

}  // namespace

Result<ViewParts> find_view_parts(const ViewRequest& request, const Environment& environment, const Disk& disk) {
  const Sysroot sysroot(request.sysroot, disk);
  const auto target = locate_cuda_target(sysroot, disk);
  if (!target)
    return Error{.what = "the sysroot has no CUDA: " + request.sysroot,
                 .where = "looked for include/cuda.h in /usr/local/cuda*/targets/{aarch64,sbsa}-linux",
                 .fix = "install cuda-cudart-dev and cuda-nvcc (or nvidia-jetpack) on the board and make the sysroot again; for CUDA 13: "
                        "`aarch64-jetson cuda fetch 13.0 FOLDER --target SYSROOT`",
                 .more = {}};
  std::vector<Toolkit> toolkits;
  if (request.toolkit.empty()) {
    toolkits = locate_toolkits(environment, disk);
    if (const auto former = locate_toolkit(request.former_toolkit, disk); former && !request.former_toolkit.empty())
      toolkits.insert(toolkits.begin(), *former);
  } else if (auto named = locate_toolkit(absolute_text(request.toolkit), disk)) {
    toolkits.push_back(*named);
  } else {
    return Error{.what = "there is no CUDA toolkit in " + request.toolkit,
                 .where = request.named_by,
                 .fix = "name the folder that holds bin/nvcc and bin/ptxas (Debian: /usr)",
                 .more = {}};
  }
  auto toolkit = choose(std::move(toolkits), *target, environment);
  if (!toolkit) return toolkit.error();
  std::string limit = target->clang_below;
  if (limit.empty())
    if (const auto text = disk.read(toolkit->include() + "/crt/host_config.h", std::size_t{1} << 20)) limit = clang_limit_of(*text);
  CudaView facts{.path = {},
                 .toolkit = toolkit->root,
                 .nvcc = toolkit->has_nvcc && kNvccIsForLinux ? toolkit->nvcc() : "",
                 .fatbinary = has_foreign_fatbinary(*toolkit) ? toolkit->fatbinary() : "",
                 .toolkit_version = toolkit->version,
                 .gpus = toolkit->gpus,
                 .clang_below = std::move(limit),
                 .forwarder = request.forwarder,
                 .prefix = request.prefix,
                 .sysroot = request.sysroot,
                 .target = target->directory,
                 .target_version = target->version};
  return ViewParts{std::move(*toolkit), *target, std::move(facts)};
}

Failure write_view(const ViewParts& parts, const ViewRequest& request, const std::string& folder) {
  try {
    const fs::path view = native_path(folder);
    const Joiner joiner(view);
    write_programs(parts, request, joiner, view);
    write_target(parts, request, joiner, view);
    write(view / kCudaViewFacts, print_cuda_view(parts.facts));
  } catch (const fs::filesystem_error& error) {
    return Error{.what = "cannot make the view: " + std::string(error.what()),
                 .where = {},
                 .fix = "name another place for it by `cuda_view` in the settings",
                 .more = {}};
  }
  return std::nullopt;
}

}  // namespace jetson
