// What other tools are told of CUDA: all of it leads to the view, which looks like a toolkit of this machine that compiles for the board.
#pragma once

#include "base/error.h"
#include "emit/facts.h"
#include "emit/toml_text.h"

namespace jetson {

// For a toolchain file; empty where CUDA is not set up.
std::string emit_cuda_cmake(const Facts& facts);

// Exports for a shell; empty where CUDA is not set up.
std::string emit_cuda_env(const Facts& facts);

// By which crates and build systems look for CUDA; empty where it is not set up.
std::vector<std::pair<std::string, std::string>> build_cuda_variables(const Facts& facts);

// Whether a Cargo.lock names a crate that looks for CUDA by variables (cudarc, cust, bindgen_cuda, …).
bool uses_cuda_crate(std::string_view cargo_lock);

// The variables of those crates. They have no form for one target alone, so they belong in the one project's file: anywhere else they
// would lead builds for this machine to the board's CUDA. An Error where CUDA is not set up.
Result<std::vector<TomlEntry>> build_cuda_project_entries(const Facts& facts);

}  // namespace jetson
