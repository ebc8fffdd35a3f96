#include "base/path.h"
#include "cli/verb.h"
#include "cuda/fetch.h"
#include "cuda/target.h"
#include "cuda/toolkit.h"
#include "cuda/wheels.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

struct CudaFetchOptions {
  std::string version, destination, sysroot;
  bool quiet = false;
};

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

void tell(const CudaFetchOptions& options, const std::string& text) {
  if (!options.quiet) write_all(2, text + "\n");
}

// Where a runtime is to go: a sysroot that is there and has none.
Failure check_target(const CudaFetchOptions& options, const std::string& place) {
  if (runtime_requirements(options.version).empty())
    return Error{.what = "there is no runtime " + options.version + " for the board among NVIDIA's Python packages",
                 .where = "--target",
                 .fix = "leave --target out, and make the sysroot from a board or an image that has CUDA",
                 .more = {}};
  const HostDisk disk;
  if (!disk.info(options.sysroot).is_directory())
    return Error{.what = "sysroot does not exist: " + options.sysroot, .where = "--target", .fix = "make it first: aarch64-jetson sysroot make", .more = {}};
  const auto target = locate_cuda_target(Sysroot(options.sysroot, disk), disk);
  if (!target && disk.info(place).kind == FileInfo::Kind::kMissing) return std::nullopt;
  return Error{.what = "the sysroot has CUDA already: " + (target ? target->directory : place),
               .where = "--target",
               .fix = "leave --target out: the board's own is the right one",
               .more = {}};
}

Failure fetch(const CudaFetchOptions& options, const Environment& environment) {
  if (auto error = check_fetchable(options.version)) return error;
  const std::string destination = without_slash(options.destination), place = join(without_slash(options.sysroot), "usr/local/cuda-" + options.version);
  if (!options.sysroot.empty())
    if (auto error = check_target(options, place)) return error;
  if (find_wheels(options.version) == nullptr)
    tell(options, "CUDA " + options.version + " has no checksums here: it is taken as pip gets it (12.2, 12.6, 13.0 and 13.2 have)");
  auto compiler = Stage::open(destination, false);
  if (!compiler) return compiler.error();
  const bool has_nvcc = has_nvcc_wheel(options.version);
  tell(options, has_nvcc ? "fetching nvcc " + options.version + " for this machine (about 100 MB)"
                         : "fetching what clang needs of CUDA " + options.version + " for this machine (about 60 MB); NVIDIA has no nvcc before 13.0 among the Python packages");
  if (auto error = fetch_compiler(options.version, (*compiler)->path(), environment)) return error;
  if (!options.sysroot.empty()) {
    auto runtime = Stage::open(place, false);
    if (!runtime) return runtime.error();
    tell(options, "fetching the runtime and cuRAND for the board (about 65 MB)");
    if (auto error = fetch_runtime(options.version, (*runtime)->path(), (*compiler)->path(), environment)) return error;
    if (auto error = (*runtime)->commit()) return error;
  }
  return (*compiler)->commit();
}

void run(const CudaFetchOptions& options, Context& context) {
  catch_interrupts();
  if (const auto error = fetch(options, context.environment)) {
    context.fail(*error);
    if (const int signal = interrupted()) context.exit_code = 128 + signal;
    return;
  }
  if (options.quiet) return;
  std::string text = "made " + options.destination + "\n";
  if (!options.sysroot.empty())
    text += "made " + join(without_slash(options.sysroot), "usr/local/cuda-" + options.version) +
            "; it has no libcuda.so, which only the board's driver packages hold\n";
  write_all(1, text + "now run `aarch64-jetson cuda setup --toolkit " + options.destination + "`\n");
}

}  // namespace

void add_cuda_fetch(CLI::App& cuda, Context& context) {
  CLI::App& verb = *cuda.add_subcommand("fetch", "Get CUDA's compiler for this machine without NVIDIA's installer, by pip: nvcc from 13.0 on, of 12 what clang needs");
  const auto options = std::make_shared<CudaFetchOptions>();
  verb.add_option("VERSION", options->version, "The CUDA release of the board, such as 13.0")->required();
  add_path(verb, "DEST", options->destination, "The folder to make")->required();
  add_path(verb, "--target", options->sysroot, "Also put CUDA's runtime and headers into this sysroot, which has none");
  verb.add_flag("-q,--quiet", options->quiet, "Say nothing but errors");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
