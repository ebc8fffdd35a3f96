// The input as an open file, for what reads files.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/descriptor.h"
#include "base/os.h"
#include "fuzz/require.h"

namespace jetson {

inline Descriptor memory_file(const std::uint8_t* data, std::size_t size) {
  Descriptor file(memfd_create("input", MFD_CLOEXEC));
  require(file.get() >= 0 && write_all(file.get(), {reinterpret_cast<const char*>(data), size}), "the input can be put in a file");
  return file;
}

}  // namespace jetson
