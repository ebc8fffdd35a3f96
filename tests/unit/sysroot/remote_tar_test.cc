#include "sysroot/remote_tar.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("remote tar: addresses") {
  struct {
    const char *text, *host, *port, *directory;
  } const rows[] = {
      {"ssh://board", "board", "", "/"},
      {"ssh://me@board:2222/", "me@board", "2222", "/"},
      {"ssh://me@192.168.55.1/mnt/root fs/", "me@192.168.55.1", "", "/mnt/root fs"},
      {"ssh://me@[fe80::1%usb0]:22/x/../y", "me@fe80::1%usb0", "22", "/y"},
      {"ssh://a@b@board/", "a@b@board", "", "/"},
  };
  for (const auto& row : rows) {
    const auto place = parse_ssh_address(row.text);
    REQUIRE(place);
    CHECK(place->host == row.host);
    CHECK(place->port == row.port);
    CHECK(place->directory == row.directory);
  }
  for (const char* wrong : {"ssh://", "ssh:///", "ssh://@board", "ssh://me@", "ssh://-oProxyCommand=x", "ssh://me@-oProxyCommand=x", "ssh://board:",
                            "ssh://board:0", "ssh://board:65536", "ssh://board:2x", "ssh://[::1", "ssh://x[::1]y/"})
    CHECK_FALSE(parse_ssh_address(wrong));
}

TEST_CASE("remote tar: only stars are left for the shell, and nothing is walked twice") {
  const KeepRules rules({"/usr/lib", "/usr/lib/sub", "/usr/lib/left/kept", "/usr/share/*/cmake", "/it's;$(x)*y"}, {"/usr/lib/left", "/a?[b]*"});
  const std::string script = build_remote_tar(rules, "/a 'b'");
  const auto has = [&](const char* text) { return script.find(text) != std::string::npos; };
  CHECK(has("cd '/a '\\''b'\\''' "));
  CHECK(has(" 'usr'/'lib'/'left'/'kept'"));
  CHECK(has(" 'usr'/'share'/*/'cmake'"));
  CHECK(has(" 'it'\\''s;$(x)'*'y'"));
  CHECK_FALSE(has("'sub'"));
  CHECK(has(" --exclude='usr/lib/left'"));
  CHECK(has(" --exclude='a\\?\\[b\\]*'"));
}
