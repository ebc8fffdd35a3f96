#include "sysroot/dpkg_status.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("dpkg status: what is there, and what was removed") {
  const Packages packages = parse_dpkg_status(
      "Package: libc6\nStatus: install ok installed\nVersion: 2.35-0ubuntu3.8\nDescription: GNU C Library\n Version: 1 of a story\n\n"
      "Package: gone\nStatus: deinstall ok config-files\nVersion: 1.0\n\n"
      "Package: never\nStatus: unknown ok not-installed\n\n\n"
      "Package: nvidia-l4t-core\nVersion: 36.4.3-20250107174145\nStatus: install ok unpacked\n");
  CHECK(packages == Packages{{"libc6", "2.35-0ubuntu3.8"}, {"nvidia-l4t-core", "36.4.3-20250107174145"}});
}

TEST_CASE("dpkg status: lines of Windows, an end without a newline, nothing") {
  CHECK(parse_dpkg_status("Package: a\r\nVersion: 1\r\n\r\nPackage: b\r\nVersion: 2") == Packages{{"a", "1"}, {"b", "2"}});
  CHECK(parse_dpkg_status("").empty());
  CHECK(parse_dpkg_status("PackageX: a\nVersion: 1\n").empty());
}

TEST_CASE("dpkg status: upstream versions") {
  CHECK(upstream_version("12.6.68-1") == "12.6.68");
  CHECK(upstream_version("1:4.5.4+dfsg-9ubuntu4") == "4.5.4+dfsg");
  CHECK(upstream_version("2.4.8") == "2.4.8");
}
