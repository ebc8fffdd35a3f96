#include "forward/host_paths.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;

TEST_CASE("what is a directory of this machine") {
  FakeDisk disk;
  disk.add_directory("/sr/usr/include/opencv4");
  const Sysroot sysroot("/sr", disk);
  const auto judge = [&](const char* path) { return judge_host_path(path, sysroot, "aarch64-linux-gnu"); };
  CHECK(judge("/usr/include/opencv4").replace == "/sr/usr/include/opencv4");
  CHECK(judge("/usr/include/eigen3").is_host);
  CHECK_FALSE(judge("/usr/include/eigen3").replace);
  CHECK(judge("/lib/x86_64-linux-gnu").is_host);
  CHECK(judge("/usr/local/cuda-12.6").is_host);
  for (const char* path : {"relative", "/sr/usr/include", "/home/x", "/usr/lib/rustlib/x/lib", "/usr/lib/llvm-19/lib", "/usr/src/linux", "/opt/x",
                           "/usr/aarch64-linux-gnu/include", "", "/"})
    CHECK_FALSE(judge(path).is_host);
}
