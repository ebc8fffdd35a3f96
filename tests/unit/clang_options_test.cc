#include "forward/clang_options.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

// The whole table is held against the real clangs in tests/e2e/clang_options.sh.
TEST_CASE("options that take their value in the next word") {
  CHECK(separate_values("-o") == 1);
  CHECK(separate_values("-isystem") == 1);
  CHECK(separate_values("-sectcreate") == 3);
  CHECK(separate_values("-Xarch_arm64") == 1);
  CHECK(separate_values("-c") == 0);
  CHECK(separate_values("-ofile") == 0);
  CHECK(separate_values("--target=x") == 0);
  CHECK(separate_values("") == 0);
}
