// `aarch64-jetson`: look the verb up, run it.
#include "cli/verb.h"

using namespace jetson;

int main(int argc, char** argv) {
  Context context{process_environment(), executable_path()};
  CLI::App app("Builds for NVIDIA Jetson from your desktop: settings, sysroots, CUDA, and what is wrong with them.", "aarch64-jetson");
  app.require_subcommand(1);
  app.set_version_flag("--version", AARCH64_JETSON_VERSION);

  add_init(app, context);
  add_doctor(app, context);
  add_explain(app, context);
  add_emit(app, context);

  CLI::App& sysroot = *app.add_subcommand("sysroot", "The board's root filesystem on this machine");
  sysroot.require_subcommand(1);
  add_sysroot_make(sysroot, context);
  add_sysroot_fetch(sysroot, context);
  add_sysroot_check(sysroot, context);
  add_sysroot_pack(sysroot, context);
  add_sysroot_unpack(sysroot, context);

  CLI::App& cuda = *app.add_subcommand("cuda", "nvcc and clang for CUDA code of the board");
  cuda.require_subcommand(1);
  add_cuda_setup(cuda, context);
  add_cuda_fetch(cuda, context);

  add_completion(app, context);
  add_manual(app, context);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : static_cast<int>(Fault::kUsage);
  }
  return context.exit_code;
}
