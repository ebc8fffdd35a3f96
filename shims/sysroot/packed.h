// A file that may be compressed (gz, bz2, xz, zst), or a zip archive with a disk image in it: what it is inside, and how it gets out.
#pragma once

#include <cstdint>
#include <string>

#include "base/descriptor.h"
#include "base/error.h"
#include "sysroot/progress.h"

namespace jetson {

struct Inside {
  enum class Kind { kOther, kImage, kSparseImage };  // kOther: an archive, if anything
  Kind kind = Kind::kOther;
  bool is_packed = false;
  std::size_t images = 0;  // in a zip archive
};

// By the first bytes, unpacked.
Inside look_inside(const std::string& path);

// The image in `path` as a file without a name in `folder`, zeros as holes: nothing of it is left whatever ends this program. Where the
// file says how large the image is, there must be room for all of it.
Result<Descriptor> unpack_image(const std::string& path, const std::string& folder, Progress& progress);

}  // namespace jetson
