#include "base/install_advice.h"

namespace jetson {

std::string install_command(Package package, int) {
  switch (package) {
    case Package::kClang: return "brew install llvm lld";
    case Package::kLld: return "brew install lld; Apple's clang comes without";
    case Package::kLlvm:
    case Package::kLibClang: return "brew install llvm";
    case Package::kPkgConfig: return "brew install pkgconf";
    case Package::kQemu: return "in a container or virtual machine of Linux; there is none for macOS";
    case Package::kCMake: return "brew install cmake ninja";
    case Package::kRustLibrary: return "rustup target add aarch64-unknown-linux-gnu";
    case Package::kPip: return "brew install python";
  }
  return {};
}

// The shell there is zsh, whose ~/.zprofile the Terminal reads.
std::string path_advice(const std::string& folder) { return "export PATH=" + folder + ":$PATH, for good in ~/.zprofile"; }

}  // namespace jetson
