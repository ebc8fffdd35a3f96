#include "sysroot/scan.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("scan: names of shared libraries") {
  for (const char* name : {"libm.so", "libm.so.6", "libc-2.31.so", "plugin.so", "libopencv_core.so.4.6.0"}) CHECK(has_library_name(name));
  for (const char* name : {"ld.so.conf", "libstdc++.so.6.0.30-gdb.py", "so", ".so", "libm.a", "x.sofa", "libm.so6"}) CHECK_FALSE(has_library_name(name));
}
