#include "cuda/target.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;

TEST_CASE("CUDA's version and the clang that its nvcc takes") {
  CHECK(cuda_version_of("/* x */\n#define CUDA_VERSION 11040\n") == "11.4");
  CHECK(cuda_version_of("#define CUDA_VERSION 13000") == "13.0");
  CHECK(cuda_version_of("#define CUDA_VERSIONS 1") == "");
  // As in 13.0, where blocks for other kinds of clang come first.
  CHECK(clang_limit_of("#if defined(__HORIZON__)\n#if (__clang_major__ >= 17)\n#endif\n#endif\n"
                       "#if defined(__clang__) && !defined(__ICC)\n#if (__clang_major__ >= 21) || (__clang_major__ < 3)\n") == "21");
  CHECK(clang_limit_of("nothing") == "");
}

TEST_CASE("the sysroot's CUDA is found through JetPack's absolute links, and not this machine's") {
  FakeDisk disk;
  disk.add_link("/sr/usr/local/cuda", "/etc/alternatives/cuda");
  disk.add_link("/sr/etc/alternatives/cuda", "/usr/local/cuda-11.4");
  disk.add_file("/sr/usr/local/cuda-11.4/targets/aarch64-linux/include/cuda.h", "#define CUDA_VERSION 11040\n");
  disk.add_file("/sr/usr/local/cuda-12.6/targets/aarch64-linux/include/cuda.h", "#define CUDA_VERSION 12060\n");
  disk.add_file("/usr/local/cuda-11.4/targets/aarch64-linux/include/cuda.h", "#define CUDA_VERSION 9000\n");
  const auto target = locate_cuda_target(Sysroot("/sr", disk), disk);
  REQUIRE(target);
  CHECK(target->directory == "/usr/local/cuda-11.4/targets/aarch64-linux");
  CHECK(target->version == "11.4");
  CHECK_FALSE(target->has_crt);
  CHECK_FALSE(locate_cuda_target(Sysroot("/none", disk), disk));
}
