// How far long work is; told to whoever shows it (cli/progress_display).
#pragma once

#include <cstdint>
#include <string_view>

namespace jetson {

class Progress {
 public:
  virtual ~Progress() = default;
  // A new step ("reading rootfs.tbz2"); `total` bytes, 0 where unknown.
  virtual void begin(std::string_view, std::uint64_t /*total*/) {}
  virtual void advance(std::uint64_t /*bytes*/) {}
  virtual void end() {}
};

}  // namespace jetson
