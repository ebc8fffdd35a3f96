// Cargo with `linker = "aarch64-jetson-ld"`: rustc then talks to a bare linker and sends neither start files nor a dynamic linker. The
// link would succeed and the program die at once. Recipe tried in shared/design/rust.md (b).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "forward/sysroot.h"

namespace jetson {

// What to put around rustc's own words; all empty for a call that is not rustc's.
struct RustLink {
  std::vector<std::string> first;  // before them
  std::vector<std::string> last;   // behind them, before the search directories
  std::vector<std::string> end;    // at the very end
};

// `words` with response files expanded: past the limit of the command line rustc puts everything into @linker-arguments.
// An Error where the sysroot lacks a start file.
Result<RustLink> complete_rust_link(const std::vector<std::string>& words, const Sysroot& sysroot, std::string_view multiarch);

}  // namespace jetson
