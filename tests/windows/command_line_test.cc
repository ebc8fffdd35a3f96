#include "base/command_line.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

namespace {
std::string line(std::vector<std::string> words) { return quote_command_line(words); }
}  // namespace

// By Microsoft's rules ("Parsing C++ command-line arguments"); tests/e2e/windows-arguments.sh has a real program read them.
TEST_CASE("a Windows command line") {
  CHECK(line({"C:/LLVM/bin/clang.exe", "-c", "a.c"}) == R"("C:/LLVM/bin/clang.exe" -c a.c)");
  CHECK(line({"c", "", "a b", "a\tb", "a\nb"}) == "\"c\" \"\" \"a b\" \"a\tb\" \"a\nb\"");
  // Shells are not asked, so what they would replace is as any letter.
  CHECK(line({"c", "%PATH%", "^&|<>!*?'"}) == R"("c" %PATH% ^&|<>!*?')");
}

TEST_CASE("backslashes on a Windows command line: doubled before a quote only") {
  CHECK(line({"c", R"(C:\a\b\)"}) == R"("c" C:\a\b\)");
  CHECK(line({"c", R"(C:\a b\)"}) == R"("c" "C:\a b\\")");
  CHECK(line({"c", R"(-DX="y")"}) == R"("c" "-DX=\"y\"")");
  CHECK(line({"c", R"(a\"b)"}) == R"("c" "a\\\"b")");
  CHECK(line({"c", R"(a\\b c)"}) == R"("c" "a\\b c")");
}

// There a backslash is always itself.
TEST_CASE("the program's own name on a Windows command line") {
  CHECK(line({R"(C:\Program Files\clang.exe)"}) == R"("C:\Program Files\clang.exe")");
  CHECK(line({}) == "");
}
