#include "base/sha256.h"

namespace jetson {

std::string Sha256::take_hex() {
  std::uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(&state_, sizeof digest, digest);
  std::string text;
  text.reserve(2 * sizeof digest);
  for (const std::uint8_t byte : digest) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

}  // namespace jetson
