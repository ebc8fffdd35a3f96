// What `init` asks of this machine and of the sysroot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"
#include "base/error.h"
#include "settings/settings.h"

namespace jetson {

struct Toolchain {
  std::string clang, lld;  // paths
  int release = 0;         // of clang
  int lld_release = 0;
};

// The newest clang on PATH whose lld is of the same release; where no two fit, the newest clang with the lld that the forwarders would
// take. Their versions are asked for.
Result<Toolchain> probe_toolchain(const Environment& environment, const std::string& own_executable, const Disk& disk);

// The names that clang takes as -mcpu for aarch64; empty where it does not tell.
std::vector<std::string> probe_cpus(const std::string& clang, const Environment& environment);

// From what clang or lld say to --version: "Debian clang version 19.1.7 (…)" -> 19. 0: no such sentence.
int parse_release(std::string_view text, std::string_view word);

// The lines of --print-supported-cpus that name one.
std::vector<std::string> parse_cpus(std::string_view text);

}  // namespace jetson
