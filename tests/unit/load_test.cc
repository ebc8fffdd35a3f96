#include "settings/load.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "support/fake_disk.h"

using namespace jetson;

TEST_CASE("the reference is the built-in defaults, key by key") {
  std::ifstream in(SOURCE_FOLDER "/config/aarch64-jetson.toml");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto parsed = parse_settings(text, "reference");
  REQUIRE(parsed);
  Settings defaults;
  std::vector<std::string> same;
  for_each_setting(*parsed, [&](std::string_view key, auto& setting) {
    INFO(key);
    CHECK_FALSE(setting.is_default());  // every key is in the reference
    for_each_setting(defaults, [&](std::string_view other, auto& fallback) {
      if constexpr (std::is_same_v<decltype(setting), decltype(fallback)>)
        if (key == other && setting.value == fallback.value) same.emplace_back(key);
    });
  });
  std::size_t keys = 0;
  for_each_setting(defaults, [&](std::string_view, auto&) { ++keys; });
  CHECK(same.size() == keys);
}

TEST_CASE("every mistake is told at once") {
  const auto parsed = parse_settings("sysroot = 1\nmodul = \"orin\"\nrpath = 5\n[flags]\nlink = [1, \"-x\"]\n", "s.toml");
  REQUIRE_FALSE(parsed);
  std::vector<std::string> places{parsed.error().where};
  for (const Error& error : parsed.error().more) places.push_back(error.where);
  CHECK(places == std::vector<std::string>{"s.toml:1:11 (sysroot)", "s.toml:3:9 (rpath)", "s.toml:5:9 (flags.link)", "s.toml:2:9 (modul)"});
}

TEST_CASE("CRLF, literal strings and other TOML") {
  const auto parsed = parse_settings("sysroot = 'C:\\x'\r\nmodule = \"orin\"\r\n[programs]\r\nclang = [\"zig\", \"cc\"]\r\n", "s");
  REQUIRE(parsed);
  CHECK(parsed->sysroot.value == "C:\\x");
  CHECK(parsed->programs.clang.value == Words{"zig", "cc"});
  CHECK(parsed->programs.clang.origin == "s:4:9");
}

TEST_CASE("text that is no UTF-8") {
  const auto parsed = parse_settings("sysroot = \"\xff\"\n", "s");
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().where.starts_with("s:1:"));
}

TEST_CASE("a word stands for a list of one") {
  const auto parsed = parse_settings("launcher = \"ccache\"\n[directories]\nlibrary = [\"/a\", [\"/b\", \"/c\"]]\n", "s");
  REQUIRE(parsed);
  CHECK(parsed->launcher.value == Words{"ccache"});
  CHECK(parsed->directories.library.value == Directories{{"/a"}, {"/b", "/c"}});
}
