// What every emitter writes from: everything found, nothing left to look up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"
#include "base/host.h"
#include "base/error.h"
#include "settings/settings.h"

namespace jetson {

// A libclang, as bindgen and the `clang` crate load it.
struct LibClang {
  int release = 0;           // of LLVM
  std::string folder;        // what LIBCLANG_PATH names
  std::string resource_dir;  // the headers that belong to it; empty where they are not installed
};

// An OpenCV of the sysroot, as directories and names of this machine.
struct OpenCv {
  std::vector<std::string> include;    // the headers' directories, the multiarch one last
  std::string library;                 // where its libraries lie
  std::vector<std::string> libraries;  // "opencv_core", …, sorted
};

// CUDA as `aarch64-jetson cuda setup` joined it.
struct CudaFacts {
  std::string view;  // the folder that looks like a toolkit
  std::string gpu;   // "sm_87"; empty where the settings name no module
  bool has_nvcc = true;  // else clang is the CUDA compiler

  std::string nvcc() const { return view + "/bin/nvcc"; }
};

struct Facts {
  std::string prefix;         // of our tools: "aarch64-jetson"
  std::string tools;          // the folder they lie in
  std::string settings_file;  // empty: built-in defaults
  std::string folder;         // where files of our own that other tools are to read belong: that of the settings, or the user's
  std::string sysroot;
  std::string multiarch;
  std::vector<std::string> runner;          // qemu and its arguments; empty where it is not installed
  std::vector<std::string> board_prefixes;  // /opt/opencv-4.13: where CMake packages are, besides /usr and /usr/local
  std::vector<std::string> pkg_config;      // directories of .pc files, on this machine
  std::vector<std::string> compile_flags;   // what our clang adds to a C compile
  std::string clang;                        // the real one
  int clang_release = 0;                    // 0: not known
  std::optional<LibClang> libclang;         // clang's own, or else the nearest
  std::vector<LibClang> all_libclang;       // ascending
  std::optional<OpenCv> opencv;
  std::optional<CudaFacts> cuda;  // nothing before `cuda setup`

  // Empty: what all their paths begin with.
  std::string tool(std::string_view name) const {
    const std::string path = tools + "/" + prefix + "-" + std::string(name);
    return name.empty() ? path : with_program_ending(path);
  }
  // Where `emit cmake --write` puts the toolchain file, which cargo's configuration names.
  std::string cmake_file() const { return folder + "/" + prefix + ".cmake"; }
};

// Looks at the disk for all of them. An Error where a program or the sysroot is missing: no build could succeed.
Result<Facts> locate_facts(const std::string& prefix, const Settings& settings, const Environment& environment, const std::string& executable,
                           const Disk& disk);

}  // namespace jetson
