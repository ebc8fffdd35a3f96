// The libclangs of this machine: bindgen and its kin read C and C++ with one of them.
#pragma once

#include "base/environment.h"
#include "emit/facts.h"

namespace jetson {

// Whether a file of that name is one, as the clang-sys crate looks for it: libclang.so, libclang-19.so, libclang.so.1, libclang-19.so.19
// on Linux, libclang.dylib on macOS, libclang.dll on Windows.
bool is_libclang(const std::string& name);

// Those beside `clang` (a path without links), those of Debian's /usr/lib/llvm-N and Homebrew's; by release, ascending.
std::vector<LibClang> locate_libclang(const std::string& clang, const Environment& environment, const Disk& disk);

// The one of that release, else the lowest above it, else the highest: an older clang's headers are read by a newer libclang, and not the
// other way round (shared/design/rust.md, a). Nothing where there is none.
std::optional<LibClang> choose_libclang(const std::vector<LibClang>& all, int release);

}  // namespace jetson
