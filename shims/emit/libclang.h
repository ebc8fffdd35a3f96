// The libclangs of this machine: bindgen and its kin read C and C++ with one of them.
#pragma once

#include "emit/facts.h"

namespace jetson {

// Those beside `clang` (a path without links), and those of Debian's /usr/lib/llvm-N; by release, ascending.
std::vector<LibClang> locate_libclang(const std::string& clang, const Disk& disk);

// The one of that release, else the lowest above it, else the highest: an older clang's headers are read by a newer libclang, and not the
// other way round (shared/design/rust.md, a). Nothing where there is none.
std::optional<LibClang> choose_libclang(const std::vector<LibClang>& all, int release);

}  // namespace jetson
