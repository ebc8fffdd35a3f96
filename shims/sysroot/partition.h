// Which partition of a Jetson's disk holds the root filesystem.
#pragma once

#include <string>
#include <vector>

#include "sysroot/gpt.h"

namespace jetson {

// What the first blocks at `offset` say is there.
Partition::Holds look_at(int file, std::uint64_t offset);

// flash.sh names it APP, and the second of two APP_b; with disk encryption APP holds no more than /boot, and APP_ENC the rest. APP, then,
// unless it is empty or encrypted and APP_b is not. `path` is for the refusal.
Result<Partition> choose_partition(const std::vector<Partition>& partitions, const std::string& path);

}  // namespace jetson
