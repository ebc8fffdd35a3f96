#include "base/install_advice.h"

namespace jetson {

std::string install_command(Package package, int release) {
  const std::string apt = "Debian, Ubuntu: apt install ";
  switch (package) {
    case Package::kClang: return apt + "clang lld llvm";
    case Package::kLld: return apt + "lld";
    case Package::kLlvm: return apt + "llvm";
    case Package::kLibClang: return apt + "libclang-" + (release == 0 ? "" : std::to_string(release) + "-") + "dev";
    case Package::kPkgConfig: return apt + "pkgconf";
    case Package::kQemu: return apt + "qemu-user-static";
    case Package::kCMake: return apt + "cmake ninja-build";
    case Package::kRustLibrary: return "rustup target add aarch64-unknown-linux-gnu; Debian's Rust: apt install libstd-rust-dev:arm64";
    case Package::kPip: return apt + "python3-pip";
  }
  return {};
}

std::string path_advice(const std::string& folder) { return "export PATH=" + folder + ":$PATH, for good in ~/.profile"; }

}  // namespace jetson
