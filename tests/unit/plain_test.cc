#include "settings/plain.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "settings/load.h"
#include "support/difference.h"

using namespace jetson;

namespace {

void check_same(const std::string& text) {
  INFO(text);
  const auto plain = read_plain_settings(text, "s.toml");
  const auto whole = parse_any_settings(text, "s.toml");
  REQUIRE(plain);
  REQUIRE(whole);
  CHECK(find_difference(*plain, *whole) == "");
}

}  // namespace

TEST_CASE("the reference takes the shortcut, and reads the same") {
  std::ifstream in(SOURCE_FOLDER "/config/aarch64-jetson.toml");
  check_same({std::istreambuf_iterator<char>(in), {}});
}

TEST_CASE("plain settings read as the TOML library reads them") {
  check_same("");
  check_same("sysroot = \"/s\"");
  check_same("# ü, 日本, …\n\tsysroot\t=\t'C:\\x' # \"no\"\r\n\r\n[programs] # of mine\nclang = [\"zig\", 'cc' ] \nlld=\"\"\n");
  check_same("launcher = \"ccache\"\nhost_paths = \"allow\"\nmodule = 'orin'\n");
  check_same("launcher = []\nrpath = [ # one\n  \"a#b\" # two\n  , \"\",\n]\n");
  check_same("[directories]\nlibrary = [\"/a\", [\"/b\", \"/c\",], []]\n[flags]\nc = [\"=\", \"[x]\"]\n");
  check_same("[flags]\n[environment]\nremove = [\"ü\"]\n");
}

TEST_CASE("what is not plain, or not right, is left to the TOML library") {
  for (const std::string text : {
           "sysroot = \"\\u0041\"", "sysroot = \"\"\"a\"\"\"", "sysroot = '''a'''", "sysroot = \"a\nb\"", "sysroot = \"a", "sysroot = \"a\"b",
           "\"sysroot\" = \"/s\"", "flags.c = []", "flags = { c = [] }", "[ flags ]\nc = []", "[[flags]]", "[flags]\nc = [\"a\" \"b\"]",
           "[flags]\nc = [,]", "[flags]\nc = [\"a\"", "[flags]\nc = [[\"a\"]]", "[flags]\n[flags]", "[flag]", "[sysroot]", "[]",
           "sysroots = \"/s\"", "sysroot = \"/s\"\nsysroot = \"/s\"", "sysroot = 1", "sysroot = [\"/s\"]", "sysroot =\n\"/s\"",
           "sysroot = \"/s\" module = \"orin\"", "module = \"onin\"", "triple = \"\"", "host_paths = \"never\"", "launcher = true",
           "sysroot = \"\x01\"", "# \x7f", "# \xff", "\xef\xbb\xbfsysroot = \"/s\"", "sysroot = \"/s\"\r", "= \"/s\"", "sysroot \"/s\"",
       }) {
    INFO(text);
    CHECK_FALSE(read_plain_settings(text, "s.toml"));
  }
  CHECK_FALSE(read_plain_settings(std::string("# \0", 3), "s.toml"));
}
