// The partition table of a disk image (UEFI specification, 5.3): where the root filesystem lies in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"

namespace jetson {

struct Partition {
  std::string name;  // other characters than ASCII as "?"
  std::uint64_t offset = 0, size = 0;  // bytes
  enum class Holds { kOther, kExt4, kEncrypted, kNothing };
  Holds holds = Holds::kOther;  // for choose_partition(); the table does not say it
};

// Reads the table of an open file of `size` bytes: the one at its beginning, or its copy at the end where that is damaged. Sectors of 512
// and 4096 bytes. Both checksums hold; a partition may lie behind the end of a file that was cut off. Empty where there is none.
std::vector<Partition> read_gpt(int file, std::uint64_t size);

}  // namespace jetson
