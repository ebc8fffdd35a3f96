#include "forward/programs.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;

TEST_CASE("the release of LLVM is read from where clang lies") {
  FakeDisk disk;
  disk.add_link("/usr/bin/clang-19", "../lib/llvm-19/bin/clang");
  disk.add_file("/usr/lib/llvm-19/bin/clang", "clang", true);
  disk.add_directory("/usr/lib/llvm-19/lib/clang/19.1.7");
  disk.add_file("/opt/clang", "clang", true);
  const Settings settings;
  const Programs programs(settings, Environment(), disk, "");
  CHECK(programs.llvm_release({"/usr/bin/clang-19"}) == 19);
  CHECK(programs.llvm_release({"/opt/clang"}) == std::nullopt);
  CHECK(programs.llvm_release({"/gone"}) == std::nullopt);
}

TEST_CASE("LLVM tools: beside clang, then of its release, then any") {
  FakeDisk disk;
  disk.add_file("/l/bin/clang", "clang", true);
  disk.add_directory("/l/lib/clang/19");
  disk.add_file("/usr/bin/llvm-nm-19", "nm 19", true);
  disk.add_file("/usr/bin/llvm-nm", "nm", true);
  disk.add_file("/usr/bin/llvm-ar-14", "ar 14", true);
  disk.add_file("/l/bin/llvm-strip", "strip", true);
  Settings settings;
  settings.programs.clang = {{"/l/bin/clang"}, "test"};
  const Programs programs(settings, Environment({"PATH=/usr/bin"}), disk, "");
  CHECK(*programs.llvm_tool("llvm-strip", {}, "k") == Words{"/l/bin/llvm-strip"});
  CHECK(*programs.llvm_tool("llvm-nm", {}, "k") == Words{"/usr/bin/llvm-nm-19"});
  CHECK(*programs.llvm_tool("llvm-ar", {}, "k") == Words{"/usr/bin/llvm-ar-14"});
  CHECK_FALSE(programs.llvm_tool("llvm-size", {}, "k"));
}
