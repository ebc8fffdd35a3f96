#include "sysroot/windows_name.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("Windows names: what no file may be called, and what only looks like it") {
  for (const char* name : {"a:b", "a*", "what?", "<a>", "a|b", "a\"b", "dev\\x2d", "tab\there", "aux", "AUX.h", "con", "nul.txt", "com1", "lpt9.c", "prn .x", "dot.", "space ", "\xff"})
    CHECK_FALSE(why_not_on_windows(name).empty());
  for (const char* name : {"auxv.h", "console", "com", "com0", "com10", ".hidden", "a.b.c", "libstdc++.so.6", "nullptr.h", "gr\xc3\xbc\xc3\x9f.h", " x", "conf"})
    CHECK(why_not_on_windows(name).empty());
  CHECK(why_not_on_windows("Foo::Bar.3pm") == "holds the character :");
  CHECK(why_not_on_windows("aux.h") == "is that of a device");
}
