#include "forward/tool.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>
#include <sstream>
#include <string>

using namespace jetson;

TEST_CASE("names") {
  struct Row {
    const char *path, *prefix, *tool, *version;
  };
  const auto row = GENERATE(Row{"/x/aarch64-jetson-clang", "aarch64-jetson", "clang", ""},           //
                            Row{"aarch64-jetson-clang++", "aarch64-jetson", "clang++", ""},          //
                            Row{"aarch64-jetson-nano-ld.lld", "aarch64-jetson-nano", "ld.lld", ""},  //
                            Row{"aarch64-jetson-llvm-ar", "aarch64-jetson", "llvm-ar", ""},          //
                            Row{"aarch64-jetson-ar", "aarch64-jetson", "ar", ""},                    //
                            Row{"aarch64-jetson-pkg-config", "aarch64-jetson", "pkg-config", ""},    //
                            Row{"aarch64-jetson-linux-gnu-g++", "aarch64-jetson", "g++", ""},        //
                            Row{"aarch64-jetson-clang-19", "aarch64-jetson", "clang", "19"},         //
                            Row{"aarch64-jetson-clang++-19.1.exe", "aarch64-jetson", "clang++", "19.1"},
                            Row{"AARCH64-JETSON-LD.EXE", "aarch64-jetson", "ld", ""},  //
                            Row{"aarch64-jetson-Nano-cc", "aarch64-jetson-Nano", "cc", ""});
  const auto name = parse_called_name(row.path);
  REQUIRE(name);
  CHECK(name->prefix == row.prefix);
  CHECK(name->tool->name == row.tool);
  CHECK(name->version == row.version);
}

TEST_CASE("names that are none of ours") {
  const auto* path = GENERATE("clang", "ld", "aarch64-jetson", "aarch64-jetson-", "aarch64-jetson-foo", "", "-clang", "x/", "xclang");
  CHECK_FALSE(parse_called_name(path));
}

TEST_CASE("what is installed is what the table knows") {
  std::ifstream in(SOURCE_FOLDER "/CMakeLists.txt");
  std::stringstream text;
  text << in.rdbuf();
  const std::string all = text.str();
  const auto start = all.find("set(tools ") + 10;
  std::istringstream installed(all.substr(start, all.find(')', start) - start));
  std::string listed, word;
  while (installed >> word) listed += (listed.empty() ? "" : ", ") + word;
  CHECK(listed == list_of_tools());
}
