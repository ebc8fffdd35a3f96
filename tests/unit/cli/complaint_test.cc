#include "base/complaint.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("complaint: of our own tools, with its fix") {
  const Complaint complaint = complaint_of("aarch64-jetson-clang: error: sysroot does not exist: /x\n  where: JETSON_SYSROOT\n  fix:   make one\n");
  CHECK(complaint.what == "aarch64-jetson-clang: error: sysroot does not exist: /x");
  CHECK(complaint.fix == "make one");
}

TEST_CASE("complaint: of others, the line that says what is wrong") {
  CHECK(complaint_of("In file included from x:1:\nx.h:2:1: fatal error: 'y.h' file not found\n1 error generated.\n").what ==
        "x.h:2:1: fatal error: 'y.h' file not found");
  CHECK(complaint_of("error: failed to run custom build command\n  --- stderr\n  ld.lld: error: unable to find library -lx\n").what ==
        "ld.lld: error: unable to find library -lx");
  CHECK(complaint_of("error[E0463]: can't find crate for `std`\nerror: could not compile `x`\n").what == "error[E0463]: can't find crate for `std`");
  CHECK(complaint_of("CMake Error at CMakeLists.txt:2 (project):\n  The C compiler is broken\n").what == "CMake Error at CMakeLists.txt:2 (project):");
  CHECK(complaint_of("\nKilled\n").what == "Killed");
  CHECK(complaint_of("").what == "");
  CHECK(complaint_of("x").fix == "");
}

TEST_CASE("complaint: lines end in CR LF on Windows") {
  CHECK(complaint_of("1 of 2\r\nx.h:2:1: fatal error: 'y.h' file not found\r\n1 error generated.\r\n").what == "x.h:2:1: fatal error: 'y.h' file not found");
  const Complaint complaint = complaint_of("aarch64-jetson-clang: error: no\r\n  fix:   make one\r\n");
  CHECK(complaint.what == "aarch64-jetson-clang: error: no");
}

TEST_CASE("complaint: of a program that failed, what it wrote on stderr, else on stdout, else how it ended") {
  CHECK(complaint_of(ChildEnd{.exit_code = 1, .out = "error: out", .err = "error: err"}).what == "error: err");
  CHECK(complaint_of(ChildEnd{.exit_code = 1, .out = "error: out", .err = ""}).what == "error: out");
  CHECK(complaint_of(ChildEnd{.exit_code = 3, .out = "", .err = " \r\n"}).what == "exit code 3, without a word");
}
