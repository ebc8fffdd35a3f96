// What must hold whatever the input: where it does not, the fuzzer stops and keeps the input.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace jetson {

inline void require(bool holds, std::string_view promise, std::string_view at = {}) {
  if (holds) return;
  std::cerr << "broken promise: " << promise << (at.empty() ? "" : ": ") << at << std::endl;
  std::abort();
}

}  // namespace jetson
