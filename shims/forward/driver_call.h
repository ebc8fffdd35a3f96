// What a call of the clang driver asks for, as far as our own flags depend on it. No disk but response files.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"

namespace jetson {

struct DriverCall {
  bool is_frontend = false;  // -cc1, -cc1as, …: not a driver call at all
  bool is_cxx_driver = false;
  bool has_inputs = false;
  bool stops_before_link = false;  // -c, -S, -E, -M, a header to precompile, …
  bool compiles_c = false, compiles_cxx = false;  // CUDA counts as C++
  bool compiles_cuda = false;
  bool is_complete = true;  // false where the last option still wants a value: `clang x.c -o`

  // The user's last word on what we would add. Empty values of --target and --sysroot are none.
  std::optional<std::string> target, sysroot, fuse_ld, print_prog_name;
  bool has_gpu = false, has_cuda_feature = false, has_offload_driver = false, has_cuda_path = false;
  bool has_cpu = false, has_ld_path = false, has_program_prefix = false, has_gcc = false, has_resource_dir = false;
  bool has_nostdinc = false, has_nostdincxx = false;
  bool is_relocatable = false, is_static = false;
  bool prints_sysroot = false, prints_multiarch = false;

  bool links() const { return has_inputs && !stops_before_link && !is_frontend; }
};

// `driver_mode` is the tool's own ("gcc", "g++", "cpp"); a --driver-mode among the arguments wins. `arguments` are the user's, without
// argv[0], with response files already expanded.
DriverCall read_driver_call(std::string_view driver_mode, std::span<const std::string> arguments);

}  // namespace jetson
