#include "sysroot/windows_name.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace jetson {
namespace {

constexpr std::array<std::string_view, 6> kDevices = {"con", "prn", "aux", "nul", "conin$", "conout$"};

// With any extension: aux.h is the device, too. COM and LPT are with one digit.
bool is_device(std::string_view name) {
  std::string stem(name.substr(0, name.find('.')));
  while (stem.ends_with(' ')) stem.pop_back();
  std::transform(stem.begin(), stem.end(), stem.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const bool is_port = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '1' && stem[3] <= '9';
  return is_port || std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end();
}

}  // namespace

std::string why_not_on_windows(std::string_view name) {
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t length = utf8_length(name.substr(i));
    if (length == 0) return "is not UTF-8";
    const auto c = static_cast<unsigned char>(name[i]);
    if (c < 0x20) return "holds a control character";
    if (std::string_view("<>:\"\\|?*").find(name[i]) != std::string_view::npos) return std::string("holds the character ") + name[i];
    i += length;
  }
  if (name.ends_with('.') || name.ends_with(' ')) return "ends in a full stop or a space";
  if (is_device(name)) return "is that of a device";
  return {};
}

}  // namespace jetson
