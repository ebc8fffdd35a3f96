// NVIDIA's CUDA as Python packages: which, in which version, with which checksums.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace jetson {

struct Wheel {
  std::string_view package, version;
  std::string_view sha256_x86_64, sha256_aarch64;  // empty where there is none for that machine
};

struct WheelSet {
  std::string_view cuda;  // "13.0"
  std::span<const Wheel> compiler, runtime;
};

// The releases that JetPack has; null for others.
const WheelSet* find_wheels(std::string_view cuda);

// Whether nvcc itself is among the packages; of older releases there is only what clang needs (ptxas, fatbinary, libdevice).
bool has_nvcc_wheel(std::string_view cuda);

// What pip is to install, in the form of its requirements files: the compiler for this machine, or the runtime of the board. With
// checksums where the release is known, else the newest of that release, whatever it is. Of CUDA 12 the compiler is only what clang
// needs: there is no nvcc among its packages.
std::string compiler_requirements(std::string_view cuda);
// Empty where that release is known to have none.
std::string runtime_requirements(std::string_view cuda);

}  // namespace jetson
