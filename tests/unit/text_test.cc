#include "base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace jetson;

TEST_CASE("json_quote loses no byte") {
  CHECK(json_quote("plain") == "\"plain\"");
  CHECK(json_quote("a\"b\\c\n") == "\"a\\\"b\\\\c\\u000a\"");
  CHECK(json_quote("ä😀") == "\"ä😀\"");
  CHECK(json_quote("\xff") == "\"\\udcff\"");
  CHECK(json_quote("\xc3") == "\"\\udcc3\"");
  CHECK(json_quote("\xed\xa0\x80") == "\"\\udced\\udca0\\udc80\"");  // a surrogate is no UTF-8
  CHECK(json_quote("\xc0\xaf") == "\"\\udcc0\\udcaf\"");              // nor is a slash in two bytes
}

TEST_CASE("nearest") {
  const std::vector<std::string> known{"sysroot", "module", "programs.clang"};
  CHECK(nearest("sysrot", known) == "sysroot");
  CHECK(nearest("modul", known) == "module");
  CHECK(nearest("programs.clnag", known) == "programs.clang");
  CHECK(nearest("banana", known).empty());
}

TEST_CASE("text: what a terminal would obey is printed as numbers") {
  CHECK(printable("a\x1b[31m\n\x7f") == "a\\x1b[31m\\x0a\\x7f");
  CHECK(printable("gr\xc3\xbc\xc3\x9f \xe2\x82\xac") == "gr\xc3\xbc\xc3\x9f \xe2\x82\xac");
  CHECK(printable("\xc2\x9b" "31m\xff\xc3") == "\\xc2\\x9b31m\\xff\\xc3");
}

TEST_CASE("first_line: without LF or CR LF") {
  CHECK(first_line("a\nb") == "a");
  CHECK(first_line("a\r\nb") == "a");
  CHECK(first_line("a\rb") == "a\rb");
  CHECK(first_line("\n") == "");
  CHECK(first_line("") == "");
}
