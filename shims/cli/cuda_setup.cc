#include "cli/cuda_setup.h"

#include <unistd.h>

#include "base/host.h"
#include "base/path.h"
#include "cli/findings.h"
#include "cli/verb.h"
#include "cuda/check.h"
#include "cuda/view.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

struct CudaSetupOptions {
  std::string toolkit, prefix = std::string(kFamily);
  bool quiet = false;
};

Failure make_view(const ViewRequest& request, const std::string& path, bool is_view, const Context& context) {
  const HostDisk disk;
  if (path.empty())
    return Error{.what = "there is no place for the view: HOME is not set", .where = {}, .fix = "set HOME, or `cuda_view` in the settings", .more = {}};
  if (disk.info(path).kind != FileInfo::Kind::kMissing && !is_view)
    return Error{.what = "this is no view of ours, so it is not replaced: " + path, .where = {}, .fix = "remove it, or set `cuda_view` in the settings", .more = {}};
  const auto parts = find_view_parts(request, context.environment, disk);
  if (!parts) return parts.error();
  auto stage = Stage::open(path, is_view);
  if (!stage) return stage.error();
  if (auto error = write_view(*parts, request, (*stage)->path())) return error;
  return (*stage)->commit();
}

void run(const CudaSetupOptions& options, Context& context) {
  const auto settings = context.settings(options.prefix);
  if (!settings) return;
  const auto made = set_up_cuda(*settings, options.prefix, options.toolkit, context);
  if (!made) return context.fail(made.error());
  if (!options.quiet) write_all(1, "made " + made->view + "\n" + findings_table(made->findings, isatty(1) != 0, context.environment));
  if (has_problem(made->findings)) context.exit_code = static_cast<int>(Fault::kUser);
}

}  // namespace

Result<CudaSetup> set_up_cuda(const Settings& settings, const std::string& prefix, const std::string& toolkit, const Context& context) {
  const HostDisk disk;
  const std::string path = cuda_view_path(settings, prefix, context.environment);
  const auto former = load_cuda_view(path, disk);
  const bool is_by_option = !toolkit.empty();
  const ViewRequest request{.toolkit = is_by_option ? toolkit : settings.cuda_toolkit.value,
                            .named_by = is_by_option ? "--toolkit" : settings.cuda_toolkit.origin + " (cuda_toolkit)",
                            .former_toolkit = former ? former->toolkit : "",
                            .sysroot = settings.sysroot.value,
                            .forwarder = join(parent(context.executable), with_program_ending(std::string(kFamily) + "-clang")),
                            .prefix = prefix};
  if (const auto error = make_view(request, path, static_cast<bool>(former), context)) return *error;
  return CudaSetup{path, check_cuda_setup(settings, prefix, context.environment, disk, request.forwarder)};
}

void add_cuda_setup(CLI::App& cuda, Context& context) {
  CLI::App& verb = *cuda.add_subcommand("setup", "Join a CUDA toolkit of this machine with the CUDA of the sysroot, for nvcc, clang and CMake");
  const auto options = std::make_shared<CudaSetupOptions>();
  add_path(verb, "--toolkit", options->toolkit, "The folder of the toolkit of this machine; without: the one that fits best");
  verb.add_option("--name", options->prefix, "For the tools of another prefix, such as aarch64-jetson-nano");
  verb.add_flag("-q,--quiet", options->quiet, "Say nothing but errors");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
