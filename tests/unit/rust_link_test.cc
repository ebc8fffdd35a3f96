#include "forward/rust_link.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;

// The lines themselves are golden cases (linker.golden); here, who is rustc and who is not.
TEST_CASE("only rustc's bare call is completed") {
  FakeDisk disk;
  for (const char* name : {"crtbegin.o", "crtbeginS.o", "crtend.o", "crtendS.o"})
    disk.add_file(std::string("/sr/usr/lib/gcc/aarch64-linux-gnu/12/") + name);
  for (const char* name : {"crt1.o", "Scrt1.o", "crti.o", "crtn.o"}) disk.add_file(std::string("/sr/usr/lib/") + name);
  const Sysroot sysroot("/sr", disk);
  const auto completes = [&](std::vector<std::string> words) {
    const auto link = complete_rust_link(words, sysroot, "aarch64-linux-gnu");
    REQUIRE(link);
    return !link->end.empty();
  };
  CHECK(completes({"a.rcgu.o", "-lc"}));
  CHECK(completes({"main.o", "-L", "/x/rustlib/aarch64-unknown-linux-gnu/lib", "-lc", "-pie"}));
  CHECK_FALSE(completes({"a.o", "-lc"}));
  CHECK_FALSE(completes({"a.rcgu.o"}));
  CHECK_FALSE(completes({"a.rcgu.o", "-lc", "-r"}));
  CHECK_FALSE(completes({"/x/crt1.o", "a.rcgu.o", "-lc"}));
}
