// What is told to users of Windows names nothing that they have not.
#include <catch2/catch_test_macros.hpp>

#include "base/install_advice.h"

namespace jetson {
namespace {

TEST_CASE("programs come by winget and pip on Windows") {
  for (const Package package : {Package::kClang, Package::kLld, Package::kLlvm, Package::kLibClang})
    CHECK(install_command(package) == "winget install LLVM.LLVM");
  CHECK(install_command(Package::kPkgConfig) == "pip install pkgconf");
  for (const Package package : {Package::kClang, Package::kLld, Package::kLlvm, Package::kLibClang, Package::kPkgConfig, Package::kQemu, Package::kCMake, Package::kRustLibrary, Package::kPip}) {
    CHECK(!install_command(package).empty());
    CHECK(install_command(package).find("apt ") == std::string::npos);
  }
}

TEST_CASE("a folder comes on PATH as Windows writes it") {
  CHECK(path_advice("C:/jetson/bin") == "set PATH=C:\\jetson\\bin;%PATH%, for good in Settings: Edit environment variables for your account");
}

}  // namespace
}  // namespace jetson
