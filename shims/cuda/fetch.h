// CUDA's compiler for this machine, and CUDA's runtime for the board, from the registry of Python packages by pip.
#pragma once

#include <string>

#include "base/environment.h"
#include "base/error.h"

namespace jetson {

// Whether `version` ("13.0") can be had that way. The Error says for older ones, by name, what to install instead.
Failure check_fetchable(const std::string& version);

// Into `folder`, which is empty: bin/, nvvm/, include/.
Failure fetch_compiler(const std::string& version, const std::string& folder, const Environment& environment);

// Into `folder`, which is empty and will be /usr/local/cuda-<version> of a sysroot. `toolkit`: of this machine, for the
// headers that only come with nvcc.
Failure fetch_runtime(const std::string& version, const std::string& folder, const std::string& toolkit, const Environment& environment);

}  // namespace jetson
