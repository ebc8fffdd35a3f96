#include "emit/opencv_crate.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

namespace {

Facts facts() {
  Facts facts;
  facts.prefix = "aarch64-jetson";
  facts.tools = "/t";
  facts.folder = "/h";
  facts.sysroot = "/sr";
  const LibClang old{14, "/usr/lib/llvm-14/lib", "/usr/lib/llvm-14/lib/clang/14.0.6"}, young{19, "/usr/lib/llvm-19/lib", "/usr/lib/llvm-19/lib/clang/19"};
  facts.all_libclang = {old, young};
  facts.libclang = young;
  facts.opencv = OpenCv{{"/sr/usr/include/opencv4", "/sr/usr/include/aarch64-linux-gnu/opencv4"}, "/sr/usr/lib/aarch64-linux-gnu", {"opencv_core", "opencv_imgproc"}};
  return facts;
}

std::string text(const Facts& facts, const std::string& version) {
  const auto entries = build_opencv_entries(facts, version);
  return entries ? print_toml(*entries) : "refused: " + entries.error().what;
}

bool has(const std::string& text, std::string_view line) { return text.find(line) != std::string::npos; }

}  // namespace

TEST_CASE("opencv crate: 0.86.1 is told all, and gets an old libclang") {
  const std::string lines = text(facts(), "0.86.1");
  CHECK(has(lines, "LIBCLANG_PATH = \"/usr/lib/llvm-14/lib\""));
  CHECK(has(lines, "CLANG_PATH = \"/t/aarch64-jetson-clang\""));
  CHECK(has(lines, "OPENCV_LINK_LIBS = \"opencv_core,opencv_imgproc\""));
  CHECK(has(lines, "OPENCV_LINK_PATHS = \"/sr/usr/lib/aarch64-linux-gnu\""));
  CHECK(has(lines, "OPENCV_INCLUDE_PATHS = \"/sr/usr/include/opencv4,/sr/usr/include/aarch64-linux-gnu/opencv4\""));
  CHECK(has(lines, "OPENCV_DISABLE_PROBES = \"pkg_config,cmake,vcpkg_cmake,vcpkg\""));
  CHECK_FALSE(has(lines, "OPENCV_CLANG_ARGS"));
  CHECK_FALSE(has(lines, "TOOLCHAIN"));
}

TEST_CASE("opencv crate: the newest asks CMake") {
  const std::string lines = text(facts(), "0.101.1");
  CHECK(has(lines, "LIBCLANG_PATH = \"/usr/lib/llvm-19/lib\""));
  CHECK(has(lines, "CLANG_PATH = "));
  CHECK(has(lines, "OPENCV_CMAKE_TOOLCHAIN_FILE = \"/h/aarch64-jetson.cmake\""));
  CHECK(has(lines, "OPENCV_CLANG_ARGS = \"--target=aarch64-unknown-linux-gnu --sysroot=/sr -resource-dir=/usr/lib/llvm-19/lib/clang/19\""));
  CHECK_FALSE(has(lines, "OPENCV_LINK_LIBS"));
}

TEST_CASE("opencv crate: between them") {
  CHECK(has(text(facts(), "0.93.1"), "llvm-14"));
  CHECK(has(text(facts(), "0.93.2"), "llvm-19"));
  CHECK(has(text(facts(), "0.95.1"), "OPENCV_LINK_LIBS"));
  CHECK(has(text(facts(), "0.95.1"), "OPENCV_CLANG_ARGS"));
  CHECK_FALSE(has(text(facts(), "0.96.0"), "OPENCV_LINK_LIBS"));
}

TEST_CASE("opencv crate: what is missing is said") {
  Facts none = facts();
  none.all_libclang.erase(none.all_libclang.begin());
  CHECK(text(none, "0.86.1") == "refused: opencv 0.86.1 needs a libclang of LLVM 14 to 16, and none is installed");
  none.opencv.reset();
  CHECK(text(none, "0.101.1") == "refused: the sysroot has no OpenCV that can be built against: /sr");
}

TEST_CASE("opencv crate: its version in Cargo.lock") {
  CHECK(find_opencv_version("[[package]]\nname = \"opencv\"\nversion = \"0.86.1\"\nsource = \"x\"\n") == "0.86.1");
  CHECK_FALSE(find_opencv_version("[[package]]\nname = \"opencv-binding-generator\"\nversion = \"0.77.0\"\n"));
  CHECK(find_opencv_version("\nname = \"opencv\"\nversion = \"0.9.0\"\n\nname = \"opencv\"\nversion = \"0.86.1\"\n") == "0.86.1");
}
