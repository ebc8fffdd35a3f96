#include "sysroot/keep.h"

#include <catch2/catch_test_macros.hpp>

#include "settings/settings.h"

using namespace jetson;

TEST_CASE("keep: the deepest rule decides, leave_out where both are as deep") {
  const KeepRules rules({"/usr", "/usr/share/*/cmake", "/both"}, {"/usr/share", "/both"});
  CHECK(rules.decide("usr/lib/x").keep);
  CHECK_FALSE(rules.decide("usr/share/doc").keep);
  CHECK(rules.decide("usr/share/doc").rule == "/usr/share");
  CHECK(rules.decide("usr/share/eigen3/cmake/a").keep);
  CHECK(rules.may_keep_below("usr/share/eigen3"));
  CHECK_FALSE(rules.may_keep_below("boot"));
  CHECK_FALSE(rules.decide("both/x").keep);
  CHECK(rules.decide("home").rule.empty());
}

TEST_CASE("keep: the shipped rules keep what a build reads") {
  const Settings settings;
  const KeepRules rules(settings.contents.keep.value, settings.contents.leave_out.value);
  for (const char* path : {"usr/include/stdio.h", "usr/lib/aarch64-linux-gnu/crt1.o", "lib/aarch64-linux-gnu/libc.so.6", "etc/alternatives/cuda",
                           "etc/nv_tegra_release", "var/lib/dpkg/status", "usr/share/pkgconfig/x.pc", "usr/share/eigen3/cmake/e.cmake",
                           "usr/src/jetson_multimedia_api/include/a.h", "usr/local/cuda-12.6/targets/aarch64-linux/lib/libcudart.so",
                           "usr/local/cuda-12.6/nvvm/libdevice/libdevice.10.bc", "opt/nvidia/vpi3/include/vpi/VPI.h"})
    CHECK((rules.decide(path).keep && rules.decide(std::string("/") + path).keep));
  for (const char* path : {"usr/bin/gcc", "usr/sbin/x", "bin/sh", "usr/share/doc/x", "lib/firmware/x", "usr/lib/aarch64-linux-gnu/dri/x.so",
                           "usr/local/cuda-12.6/bin/nvcc", "usr/local/cuda-12.6/samples/x", "home/me", "var/lib/dpkg/info/x"})
    CHECK_FALSE(rules.decide(path).keep);
}
