// LLVM as Homebrew installs it: not on PATH, since macOS has a clang of its own there, which comes without lld.
#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"

namespace jetson {

// The folders with bin and lib of each, such as /opt/homebrew/opt/llvm and llvm@19 beside it: below HOMEBREW_PREFIX, else below the
// prefixes that Homebrew itself chooses.
std::vector<std::string> locate_homebrew_llvm(const Environment& environment, const Disk& disk);

}  // namespace jetson
