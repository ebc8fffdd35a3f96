#include <algorithm>

#include "base/install_advice.h"

namespace jetson {

// LLVM's installer brings clang, lld, llvm-ar and libclang.dll.
std::string install_command(Package package, int) {
  switch (package) {
    case Package::kClang:
    case Package::kLld:
    case Package::kLlvm:
    case Package::kLibClang: return "winget install LLVM.LLVM";
    case Package::kPkgConfig: return "pip install pkgconf";
    case Package::kQemu: return "in WSL; there is none for Windows";
    case Package::kCMake: return "winget install Kitware.CMake Ninja-build.Ninja";
    case Package::kRustLibrary: return "rustup target add aarch64-unknown-linux-gnu";
    case Package::kPip: return "winget install Python.Python.3.13";
  }
  return {};
}

// Not by setx with %PATH% in it: that cuts at 1024 characters, and writes the machine's folders into the user's.
std::string path_advice(const std::string& folder) {
  std::string native = folder;
  std::replace(native.begin(), native.end(), '/', '\\');
  return "set PATH=" + native + ";%PATH%, for good in Settings: Edit environment variables for your account";
}

}  // namespace jetson
