// Compression on all cores into a file. The same input gives the same bytes, however many cores there are.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/error.h"

namespace jetson {

class Compressor {
 public:
  virtual ~Compressor() = default;
  virtual Failure add(const void* data, std::size_t size) = 0;
  // What is still held, and the end of the stream.
  virtual Failure finish() = 0;
};

// Each in its own file. They write to `file`, which is called `name` in messages, and keep below 600 MB of memory: that, too, bounds how many
// cores they use.
// Level 9, matches as far back as 128 MB, which is the most that decoders take by default.
std::unique_ptr<Compressor> make_zstd_compressor(int file, const std::string& name);
// The level that plain xz has by default, behind the filter for ARM64 code where this liblzma has it (5.4).
std::unique_ptr<Compressor> make_xz_compressor(int file, const std::string& name);

}  // namespace jetson
