#include "cli/probe.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

TEST_CASE("probe: releases from what clang and lld say") {
  CHECK(parse_release("Debian clang version 14.0.6\nTarget: x86_64-pc-linux-gnu\n", "clang version ") == 14);
  CHECK(parse_release("Homebrew clang version 19.1.7\n", "clang version ") == 19);
  CHECK(parse_release("Debian LLD 19.1.7 (compatible with GNU linkers)\n", "LLD ") == 19);
  CHECK(parse_release("gcc (Debian 12.2.0) 12.2.0\n", "clang version ") == 0);
}

TEST_CASE("probe: CPU names among the other lines") {
  CHECK(parse_cpus("Available CPUs for this target:\r\n\r\n\tcortex-a57\r\n\tcarmel\r\n") == std::vector<std::string>{"cortex-a57", "carmel"});
  CHECK(parse_cpus("Target: aarch64-unknown-linux-gnu\nThread model: posix\nAvailable CPUs for this target:\n\n\tcortex-a57\n\tcarmel\n\n"
                   "Use -mcpu or -mtune to specify the target's processor.\nFor example, clang --target=aarch64 -mcpu=cortex-a35\n") ==
        std::vector<std::string>{"cortex-a57", "carmel"});
}
