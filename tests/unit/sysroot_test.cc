#include "forward/sysroot.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;

TEST_CASE("links are followed inside the sysroot") {
  FakeDisk disk;
  disk.add_directory("/sr/usr/local/cuda-12.6/lib");
  disk.add_link("/sr/etc/alternatives/cuda", "/usr/local/cuda-12.6");
  disk.add_link("/sr/usr/local/cuda", "/etc/alternatives/cuda");
  disk.add_link("/sr/lib", "usr/lib");
  disk.add_directory("/sr/usr/lib");
  disk.add_link("/sr/out", "../../etc");
  disk.add_directory("/etc");
  disk.add_link("/sr/a", "b");
  disk.add_link("/sr/b", "a");
  disk.add_link("/sr/usr/up", "../usr/lib/../lib");
  const Sysroot sysroot("/sr", disk);
  CHECK(sysroot.resolve("/usr/local/cuda/lib") == "/usr/local/cuda-12.6/lib");
  CHECK(sysroot.resolve("/lib") == "/usr/lib");
  CHECK(sysroot.resolve("/out") == "/etc");  // the sysroot's own /etc
  CHECK(sysroot.resolve("/a") == std::nullopt);
  CHECK(sysroot.resolve("/usr/up") == "/usr/lib");
  CHECK(sysroot.resolve("/missing/x") == std::nullopt);
  CHECK(sysroot.resolve("/") == "/");
}

TEST_CASE("a sysroot may end in a slash, and may be the root") {
  FakeDisk disk;
  disk.add_directory("/usr/lib");
  CHECK(Sysroot("/x/", disk).on_host("/usr") == "/x/usr");
  CHECK(Sysroot("/", disk).on_host("/usr") == "/usr");
  CHECK(Sysroot("/", disk).has_directory("/usr/lib"));
}
