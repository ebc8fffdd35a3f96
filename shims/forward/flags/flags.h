// The families of flags that we give to clang's driver, one file each. Every function adds to the lists of one DriverBuild, ours
// before the user's so that the user wins, and only what this call can use.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "forward/call.h"
#include "forward/command.h"
#include "forward/driver_call.h"
#include "forward/programs.h"
#include "forward/sysroot.h"

namespace jetson {

struct DriverBuild {
  const Call& call;
  const DriverCall& asked;
  const Sysroot& sysroot;
  const Programs& programs;
  const Words& clang;
  std::string multiarch;
  std::vector<Argument> first = {};  // before the user's
  std::vector<Argument> last = {};   // after the user's, never behind a "--"

  // Whether the code is for the board's architecture, by the user's --target where there is one.
  bool is_for_board() const;
};

void add_target(DriverBuild& build);                      // --target, --sysroot, -resource-dir
void add_cpu(DriverBuild& build);                         // -mcpu
void add_gpu(DriverBuild& build);                         // --cuda-gpu-arch, for CUDA sources
std::optional<Error> add_cuda(DriverBuild& build);        // --cuda-path, for CUDA sources
void add_gcc(DriverBuild& build);                         // the GCC directory with libstdc++, where clang would take another
std::optional<Error> add_linker(DriverBuild& build);      // lld and what it needs to take what GNU ld takes; -rpath
void add_directories(DriverBuild& build);                 // the Jetson's headers and libraries
std::optional<Error> add_settings_flags(DriverBuild& build);  // [flags]

// "default" or the place in the settings, for Argument::from.
template <class T>
std::string origin_of(const Setting<T>& setting, std::string_view key) {
  return (setting.is_default() ? "default" : setting.origin) + " (" + std::string(key) + ")";
}

}  // namespace jetson
