// CUDA of the board, in the sysroot.
#pragma once

#include <optional>
#include <string>

#include "forward/sysroot.h"

namespace jetson {

struct CudaTarget {
  std::string directory;    // on the board, links resolved: /usr/local/cuda-11.4/targets/aarch64-linux
  std::string version;      // "11.4", from include/cuda.h; empty where that does not say
  std::string clang_below;  // "15" where crt/host_config.h refuses clang 15 and newer; empty without that file
  bool has_crt = false;     // crt/ and fatbinary_section.h: they come with the board's nvcc, not with its runtime
};

// Nothing where the sysroot has no cuda.h. /usr/local/cuda leads, then the highest cuda-X.Y.
std::optional<CudaTarget> locate_cuda_target(const Sysroot& sysroot, const Disk& disk);

// Reads "#define CUDA_VERSION 11040" of cuda.h: "11.4". Empty where there is none.
std::string cuda_version_of(std::string_view cuda_h);

// Reads "#if (__clang_major__ >= 15) …" of crt/host_config.h, in the block for clang itself: "15".
std::string clang_limit_of(std::string_view host_config_h);

}  // namespace jetson
