#include "emit/libclang.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;

TEST_CASE("libclang: beside clang and where Debian has it") {
  FakeDisk disk;
  disk.add_file("/usr/lib/llvm-14/lib/libclang-14.so.1");
  disk.add_file("/usr/lib/llvm-14/lib/clang/14.0.6/include/stddef.h");
  disk.add_file("/usr/lib/llvm-16/lib/libclang-cpp.so.16");  // none: the C++ library of clang's own tools
  disk.add_file("/opt/llvm/lib/libclang.so");
  disk.add_directory("/opt/llvm/lib/clang/20");
  const auto all = locate_libclang("/opt/llvm/bin/clang", Environment(), disk);
  REQUIRE(all.size() == 2);
  CHECK(all[0].release == 14);
  CHECK(all[0].folder == "/usr/lib/llvm-14/lib");
  CHECK(all[0].resource_dir == "/usr/lib/llvm-14/lib/clang/14.0.6");
  CHECK(all[1].release == 20);
  CHECK(all[1].resource_dir.empty());

  CHECK(choose_libclang(all, 14)->release == 14);
  CHECK(choose_libclang(all, 19)->release == 20);
  CHECK(choose_libclang(all, 21)->release == 20);
  CHECK_FALSE(choose_libclang({}, 19));
}

TEST_CASE("libclang: in bin on Windows, its own headers beside bin") {
  FakeDisk disk;
  disk.add_file("/c/Program Files/LLVM/bin/libclang.dll");
  disk.add_file("/c/Program Files/LLVM/lib/libclang.lib");  // for who links it
  disk.add_file("/c/Program Files/LLVM/lib/clang/20/include/stddef.h");
  const auto all = locate_libclang("/c/Program Files/LLVM/bin/clang.exe", Environment(), disk);
  REQUIRE(all.size() == 1);
  CHECK(all[0].folder == "/c/Program Files/LLVM/bin");
  CHECK(all[0].release == 20);
  CHECK(all[0].resource_dir == "/c/Program Files/LLVM/lib/clang/20");
}

TEST_CASE("libclang: Homebrew's, which no PATH names") {
  FakeDisk disk;
  disk.add_link("/opt/homebrew/opt/llvm", "../Cellar/llvm/21.1.5");
  disk.add_file("/opt/homebrew/Cellar/llvm/21.1.5/lib/libclang.dylib");
  disk.add_file("/opt/homebrew/Cellar/llvm/21.1.5/lib/libclang-cpp.dylib");
  disk.add_file("/opt/homebrew/Cellar/llvm/21.1.5/lib/clang/21/include/stddef.h");
  disk.add_file("/opt/homebrew/opt/llvm@19/lib/libclang.dylib");
  disk.add_directory("/opt/homebrew/opt/llvm@19/lib/clang/19");
  disk.add_file("/opt/homebrew/opt/llvmlite/lib/libclang.dylib");
  disk.add_file("/other/opt/llvm/lib/libclang.dylib");
  const auto all = locate_libclang("/usr/bin/clang", Environment(), disk);  // Apple's
  REQUIRE(all.size() == 2);
  CHECK(all[0].folder == "/opt/homebrew/opt/llvm@19/lib");
  CHECK(all[1].folder == "/opt/homebrew/opt/llvm/lib");
  CHECK(all[1].release == 21);
  CHECK(locate_libclang("/opt/homebrew/Cellar/llvm/21.1.5/bin/clang-21", Environment(), disk).size() == 2);
  const auto named = locate_libclang("/usr/bin/clang", Environment({"HOMEBREW_PREFIX=/other"}), disk);
  REQUIRE(named.size() == 1);
  CHECK(named[0].folder == "/other/opt/llvm/lib");
}
