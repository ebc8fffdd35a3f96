// The CUDA toolkit of this machine: its compiler programs, which know every board's GPU.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"
#include "base/error.h"

namespace jetson {

struct Toolkit {
  std::string root;     // /usr/local/cuda-12.6, /usr/lib/nvidia-cuda-toolkit
  std::string version = {};  // "13.0.88", as its nvcc says, or ptxas; empty until asked
  std::string gpus = {};     // "sm_75 sm_80 …"; empty where it cannot list them (before 11)

  // What `cuda fetch 12.6` gets has no nvcc, and the fatbinary of another release.
  bool has_nvcc = true;
  std::string fatbinary_version = {};  // empty until asked, or where it says none

  // Debian spreads it over /usr: ptxas and its kin in /usr/bin, cicc beside nvcc, a profile that leads to the host's libraries.
  bool is_debians = false;

  std::string nvcc() const;
  std::string ptxas() const;
  std::string fatbinary() const;
  std::string programs() const;   // the folder of the last two
  std::string libdevice() const;  // the folder of libdevice.10.bc
  std::string cicc() const;       // the folder of cicc
  std::string include() const;    // where its own crt/ and fatbinary_section.h are, if it has them
};

// The toolkit in `folder`: NVIDIA's layout, Debian's (named as /usr, as /usr/lib/nvidia-cuda-toolkit, or unpacked), or what pip makes
// of the wheels. Nothing where there is none.
std::optional<Toolkit> locate_toolkit(const std::string& folder, const Disk& disk);

// Every toolkit of this machine, each once, in the order CUDA_PATH, CUDA_HOME, `nvcc` on PATH, /usr/local/cuda, /usr/local/cuda-* (the
// highest version first), /opt/cuda, where NVIDIA's installer puts it on Windows, Debian's.
std::vector<Toolkit> locate_toolkits(const Environment& environment, const Disk& disk);

// Runs its nvcc for version and GPUs, or its ptxas and fatbinary. An Error where it does not run here: the toolkit of a board does not.
Failure ask_toolkit(Toolkit& toolkit, const Environment& environment);

}  // namespace jetson
