// What can be said about CUDA for the board: `cuda setup`, `doctor` and `sysroot check` print it.
#pragma once

#include "base/disk.h"
#include "base/environment.h"
#include "base/finding.h"
#include "settings/settings.h"

namespace jetson {

// Looks at the sysroot's CUDA, at the view and what it was made from, and at the pairs of nvcc, clang and GPU. Runs nothing, writes
// nothing. Empty where the sysroot has no CUDA. `own_executable`: of any of our tools.
Findings check_cuda_setup(const Settings& settings, std::string_view prefix, const Environment& environment, const Disk& disk,
                          const std::string& own_executable);

}  // namespace jetson
