#include "base/utf16.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("UTF-8 and UTF-16") {
  CHECK(utf16_of("a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80") == u"a\u00e4\u20ac\U0001F600");
  CHECK(utf8_of(u"a\u00e4\u20ac\U0001F600") == "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
  CHECK(utf16_of("").empty());
  CHECK(utf16_of(std::string_view("a\0b", 3)) == std::u16string_view(u"a\0b", 3));
}

TEST_CASE("every code unit of UTF-16 comes back, halves of pairs as well") {
  std::u16string all;
  for (char32_t c = 0xffff; c > 0; --c) all += static_cast<char16_t>(c);  // downwards, or halves would meet and be pairs
  CHECK(utf16_of(utf8_of(all)) == all);
  CHECK(utf8_of(u"\U0010FFFF") == "\xf4\x8f\xbf\xbf");
}

TEST_CASE("bytes that are no UTF-8 are seen to be none") {
  CHECK(utf16_of("a\xff" "b") == u"a\ufffdb");
  CHECK(utf16_of("\xc3") == u"\ufffd");
  CHECK(utf16_of("\xed\xa0") == u"\ufffd\ufffd");
}
