// What pack.h made becomes a sysroot again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "sysroot/progress.h"

namespace jetson {

struct UnpackRequest {
  std::string file, destination;
  bool replace = false;  // an existing destination is swapped for the new one
};

struct UnpackReport {
  std::uint64_t files = 0, bytes = 0;  // as in PackReport
  std::vector<std::string> remarks;        // what this file system holds in another way than the board, one sentence each
};

// Every entry is compared with the manifest, every file as it lies on the disk: one that differs, is missing or is not listed is an error,
// and nothing is left of it.
Result<UnpackReport> unpack_sysroot(const UnpackRequest& request, Progress& progress);

}  // namespace jetson
