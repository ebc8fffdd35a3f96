// SHA-256 sums. For the programs that may link a library for them: aarch64-jetson alone.
#pragma once

#include <nettle/sha2.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace jetson {

class Sha256 {
 public:
  Sha256() { sha256_init(&state_); }
  void add(const void* data, std::size_t size) { sha256_update(&state_, size, static_cast<const std::uint8_t*>(data)); }
  // Of all that was added, as sha256sum prints it; afterwards it begins anew.
  std::string take_hex();

 private:
  sha256_ctx state_;
};

}  // namespace jetson
