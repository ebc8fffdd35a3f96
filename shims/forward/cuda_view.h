// The CUDA view: one folder that joins the compiler programs of this machine's toolkit with the sysroot's headers and libraries, laid
// out as NVIDIA's installer does. `aarch64-jetson cuda setup` makes it; nvcc, clang, CMake and the crates then find all in one place.
//   bin/ nvvm/ targets/{aarch64-linux,sbsa-linux} include lib lib64
//   bin/nvcc -> <prefix>-nvcc -> the forwarder; bin/fatbinary likewise where the toolkit has that of another release
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/disk.h"
#include "base/error.h"
#include "forward/call.h"

namespace jetson {

// What was found when it was made; kept in it as text, so that the tools need not probe.
struct CudaView {
  std::string path;

  std::string toolkit;          // this machine's, e.g. /usr/local/cuda-12.6
  std::string nvcc;             // its real nvcc; empty where it has none for Linux: ptxas and fatbinary, which clang needs
  std::string fatbinary;        // its real fatbinary, where that is of another release; empty where it is the toolkit's own
  std::string toolkit_version;  // "13.0.88", as nvcc says it, or ptxas
  std::string gpus;             // what nvcc compiles for: "sm_75 sm_80 …"; empty where it cannot say
  std::string clang_below;      // crt/host_config.h takes clang below this release; empty where it does not say
  std::string forwarder = {};   // our executable, of which bin/nvcc is a copy where there are no links
  std::string prefix = {};      // of the settings it was made for
  std::string sysroot;          // as it was given
  std::string target;           // CUDA in it: /usr/local/cuda-13.0/targets/sbsa-linux
  std::string target_version;   // "13.0", from its cuda.h
};

// "key = value" lines, and back; `path` is not in them.
std::string print_cuda_view(const CudaView& view);
CudaView parse_cuda_view(std::string_view text);

inline constexpr std::string_view kCudaViewFacts = "aarch64-jetson.view";  // the file's name in the view

// Where the view of these settings is: `cuda_view`, or <name of the settings file>-cuda beside it, or where such a file would be looked
// for first.
std::string cuda_view_path(const Settings& settings, std::string_view prefix, const Environment& environment);

// Who was called by a view's bin/nvcc or bin/fatbinary, `path`: a link to one of our names, or where there are no links a copy of our
// executable, in a view whose facts say of which. Nothing where it is neither.
std::optional<CalledName> read_view_name(std::string path, const Disk& disk);

// The view in force for a call with that sysroot. An Error where there is none, or where what it was made from has changed.
Result<CudaView> require_cuda_view(const Call& call, const std::string& sysroot);

// Where there is no file in `path` that says it is a view: an Error that says what to do.
Result<CudaView> load_cuda_view(const std::string& path, const Disk& disk);

}  // namespace jetson
