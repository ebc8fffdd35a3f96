// A sysroot as one file, to be kept or handed on: manifest (manifest.h), then the tree, in a compressed tar archive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "sysroot/progress.h"

namespace jetson {

struct PackRequest {
  std::string sysroot, file;
  bool smallest = false;  // a .tar.xz is asked for
  bool replace = false;
};

struct PackReport {
  std::uint64_t files = 0, bytes = 0;  // of the tree; of hard links only the first counts
  std::uint64_t size = 0;              // of the archive
  std::uint64_t passed_over = 0;       // devices, sockets, FIFOs
};

// The end of the file's name says which compression: .tar.zst or .tar.xz. The same tree gives the same bytes: names in order, modes, times and
// hard links, no owners, and nothing of the place or time of packing.
Result<PackReport> pack_sysroot(const PackRequest& request, Progress& progress);

}  // namespace jetson
