// Which releases of nvcc, clang, CUDA and GPUs go together. Facts from crt/host_config.h, from clang's CudaVersion table, and from what
// was tried (shared/design/cuda.md 1, 3, 4; jetson.md 7).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "forward/command.h"
#include "forward/cuda_view.h"

namespace jetson {

// "13.0.88" -> 1300; 0 where that is no version.
int cuda_number(std::string_view version);

// The -std that .cu files need so that nvcc's own front end and clang read them by the same standard; empty where they do by themselves.
std::string_view nvcc_standard(int nvcc, int clang);

// Whether this nvcc checks the release of clang, refuses `clang`, and can be told to go on.
bool needs_allow_unsupported(const CudaView& view, int clang);

// Why nvcc with this clang as host compiler cannot work at all.
Failure check_nvcc_pair(const CudaView& view, int clang);

// Why clang of that release cannot compile CUDA with this view; `gpu` ("sm_87") is empty where the user named the architecture.
Failure check_clang_pair(const CudaView& view, int clang, std::string_view gpu);

// Which of clang's own includes the sysroot's CUDA lacks: __clang_cuda_runtime_wrapper.h, part of every release, wants cuRAND's.
Failure check_clang_includes(const CudaView& view, const Disk& disk);

// From release 22 on clang links a .cu file by clang-linker-wrapper, which Debian has in another package (clang-tools-22) and zig not at
// all; by the way of the releases before, which is the same for what needs no device linker, it is not asked for.
bool needs_old_offload_driver(int clang);

// What --cuda-feature must add, or nothing: clang 22 takes CUDA 13 for 12.9 and writes PTX 8.8, which has no sm_110 ("Minimum required
// PTX version is 9.0"; tried with 22.1.8 and ptxas 13.0).
std::string_view ptx_feature(const CudaView& view, int clang);

// The GPU architecture of the settings ("sm_87") and where it stands there: `gpu`, else the module's. Empty where they name none.
Argument chosen_gpu(const Settings& settings);

// Whether `gpu` is one that nvcc compiles for; true where the view does not know.
bool nvcc_knows(const CudaView& view, std::string_view gpu);

}  // namespace jetson
