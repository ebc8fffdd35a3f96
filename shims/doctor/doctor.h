// From PATH to a program that ran: what this machine builds with, and what of it would make a build fail.
#pragma once

#include <string>

#include "base/environment.h"
#include "base/finding.h"

namespace jetson {

struct DoctorRequest {
  std::string prefix;       // of the tools: "aarch64-jetson"
  std::string executable;   // our own file; the tools lie beside it
  Environment environment;  // of the caller: builds see just this one
};

// Topics, besides those of check_sysroot(): settings, clang, lld, llvm-ar, pkg-config, qemu, cmake, cargo, rustc, libclang, tools, path,
// and those of what was built and run: c, c++, pkg-config, cmake, rust, bindgen.
Findings diagnose(const DoctorRequest& request);

}  // namespace jetson
