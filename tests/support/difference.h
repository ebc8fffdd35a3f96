// Where two readings of settings differ.
#pragma once

#include <string>

#include "settings/settings.h"

namespace jetson {

// The first key whose value or place is not the same, or "file"; empty where all are.
inline std::string find_difference(const Settings& a, const Settings& b) {
  std::string different = a.file == b.file ? "" : "file";
  for_each_setting(a, [&](std::string_view key, const auto& one) {
    for_each_setting(b, [&](std::string_view other, const auto& two) {
      if constexpr (std::is_same_v<decltype(one), decltype(two)>)
        if (key == other && different.empty() && (one.value != two.value || one.origin != two.origin)) different = key;
    });
  });
  return different;
}

}  // namespace jetson
