#include "base/sha256.h"

#include <catch2/catch_test_macros.hpp>

// FIPS 180-2, appendix B.
TEST_CASE("sha256: the standard's examples; a sum begins anew after it is taken") {
  jetson::Sha256 sum;
  sum.add("a", 1);
  sum.add("bc", 2);
  CHECK(sum.take_hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const std::string a(1000, 'a');
  for (int i = 0; i < 1000; ++i) sum.add(a.data(), a.size());
  CHECK(sum.take_hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(sum.take_hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
