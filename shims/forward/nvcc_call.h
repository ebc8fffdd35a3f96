// What a call of nvcc asks for, as far as our own words depend on it.
#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"

namespace jetson {

struct NvccCall {
  bool has_ccbin = false, has_gpu = false, has_standard = false, allows_unsupported = false;
  bool compiles_c = false;     // a .c file, for which -std=c++17 is an error
  bool only_asks = false;      // --version, --help, --list-gpu-code
};

// Every place nvcc takes words from: NVCC_PREPEND_FLAGS, the arguments, NVCC_APPEND_FLAGS, and the files of -optf in any of them.
NvccCall read_nvcc_call(const std::vector<std::string>& arguments, const Environment& environment, const Disk& disk);

}  // namespace jetson
