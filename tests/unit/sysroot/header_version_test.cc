#include "sysroot/header_version.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("header version: numbers, aliases, and what ends them") {
  CHECK(version_by_macros("#define CUDNN_MAJOR 9\n#define CUDNN_MINOR 3\n#define CUDNN_PATCHLEVEL 0\n", {"CUDNN_MAJOR", "CUDNN_MINOR", "CUDNN_PATCHLEVEL"}) ==
        "9.3.0");
  CHECK(version_by_macros("# define\t__GLIBC__\t2 /* major */\n#define\t__GLIBC_MINOR__ 36\r\n", {"__GLIBC__", "__GLIBC_MINOR__"}) == "2.36");
  // TensorRT 10
  CHECK(version_by_macros("#define TRT_MAJOR_ENTERPRISE 10\n#define NV_TENSORRT_MAJOR TRT_MAJOR_ENTERPRISE //!< major\n#define NV_TENSORRT_MINOR 3\n",
                          {"NV_TENSORRT_MAJOR", "NV_TENSORRT_MINOR"}) == "10.3");
  CHECK(version_by_macros("#define A 1\n#define B (x)\n#define C 3\n", {"A", "B", "C"}) == "1");
  CHECK_FALSE(version_by_macros("#define AB 1\n// define A 2\n", {"A"}));
  CHECK_FALSE(version_by_macros("", {""}));
}
