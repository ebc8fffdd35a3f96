#include "base/error.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("an error says what, where and how to mend it") {
  Error error{.what = "sysroot does not exist: /x", .where = "/s.toml:4:8 (sysroot)", .fix = "make it", .more = {}};
  CHECK(format_error("aarch64-jetson-clang", error) ==
        "aarch64-jetson-clang: error: sysroot does not exist: /x\n"
        "  where: /s.toml:4:8 (sysroot)\n"
        "  fix:   make it\n");
  error.more.push_back({.what = "another", .where = {}, .fix = {}, .more = {}});
  CHECK(format_error("p", error).ends_with("  fix:   make it\np: error: another\n"));
}
