#include <catch2/catch_test_macros.hpp>

#include "doctor/patient.h"

using namespace jetson;

TEST_CASE("doctor: versions in what programs say") {
  CHECK(version_in("Debian clang version 19.1.7 (3~deb12u1)") == "19.1.7");
  CHECK(version_in("LLD 14.0.6 (compatible with GNU linkers)") == "14.0.6");
  CHECK(version_in("qemu-aarch64 version 7.2.22 (Debian 1:7.2+dfsg-7)") == "7.2.22");
  CHECK(version_in("1.8.1") == "1.8.1");
  CHECK(version_in("cmake version 4.4.4") == "4.4.4");
  CHECK(version_in("x86_64 aarch64 12.") == "");
  CHECK(version_in("") == "");
}
