#include "sysroot/linker_script.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;
using Files = std::vector<std::string>;

TEST_CASE("linker script: glibc's and GCC's") {
  const std::string libc =
      "/* GNU ld script\n   Use the shared library, but GROUP ( some ) are only in the static one. */\nOUTPUT_FORMAT(elf64-littleaarch64)\n"
      "GROUP ( /lib/aarch64-linux-gnu/libc.so.6 /usr/lib/aarch64-linux-gnu/libc_nonshared.a  AS_NEEDED ( /lib/ld-linux-aarch64.so.1 ) )\n";
  CHECK(files_of_linker_script(libc) ==
        Files{"/lib/aarch64-linux-gnu/libc.so.6", "/usr/lib/aarch64-linux-gnu/libc_nonshared.a", "/lib/ld-linux-aarch64.so.1"});
  CHECK(is_linker_script(libc));
  CHECK(files_of_linker_script("GROUP ( libgcc_s.so.1 -lgcc )") == Files{"libgcc_s.so.1", "-lgcc"});
  CHECK(files_of_linker_script("INPUT(\"a b.so\",c.so)") == Files{"a b.so", "c.so"});
  CHECK(files_of_linker_script("INPUT(") == Files{});
}

TEST_CASE("linker script: what is none") {
  CHECK_FALSE(is_linker_script("libm.so.6"));
  CHECK_FALSE(is_linker_script(""));
  CHECK_FALSE(is_linker_script("<html>404 (not found)</html>"));
}
