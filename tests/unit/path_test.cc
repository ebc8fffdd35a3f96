#include "base/path.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("paths as text") {
  CHECK(file_name("/a/b.c") == "b.c");
  CHECK(file_name("b.c") == "b.c");
  CHECK(parent("/a/b") == "/a");
  CHECK(parent("/a") == "/");
  CHECK(parent("a") == ".");
  CHECK(join("/a", "b") == "/a/b");
  CHECK(join("/a/", "b") == "/a/b");
  CHECK(join("/a", "/b") == "/b");
  CHECK(normal("/a//./b/../c/") == "/a/c");
  CHECK(normal("/../..") == "/");
}

TEST_CASE("is_within counts whole components") {
  CHECK(is_within("/usr/lib", "/usr/lib"));
  CHECK(is_within("/usr/lib/x", "/usr/lib"));
  CHECK_FALSE(is_within("/usr/library", "/usr/lib"));
  CHECK_FALSE(is_within("/usr", "/usr/lib"));
  CHECK(is_within("/x", "/"));
}

TEST_CASE("globs stay within what they are given") {
  CHECK(matches_glob("cuda-*", "cuda-12.6"));
  CHECK(matches_glob("*", "anything"));
  CHECK(matches_glob("a*b*c", "a--b--c"));
  CHECK_FALSE(matches_glob("cuda-*", "cuda"));
  CHECK_FALSE(matches_glob("a*b", "abc"));
}

TEST_CASE("versions compare by number") {
  CHECK(version_less("9", "12"));
  CHECK(version_less("cuda-12.6", "cuda-12.10"));
  CHECK(version_less("7", "7.5.0"));
  CHECK(version_less("opencv-4.6", "opencv-4.8.0"));
  CHECK_FALSE(version_less("12", "9"));
  CHECK_FALSE(version_less("12", "12"));
  CHECK_FALSE(version_less("012", "12"));
}
