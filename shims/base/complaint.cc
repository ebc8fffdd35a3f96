#include "base/complaint.h"

#include <algorithm>
#include <string_view>

namespace jetson {
namespace {

constexpr std::string_view kFix = "\n  fix:   ";

std::string line_around(const std::string& text, std::size_t at) {
  const std::size_t start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const std::size_t first = text.find_first_not_of(" \t", start);
  return text.substr(first, text.find('\n', at) - first);
}

}  // namespace

Complaint complaint_of(const std::string& text) {
  Complaint complaint;
  if (const std::size_t at = text.find(kFix); at != std::string::npos)
    complaint.fix = text.substr(at + kFix.size(), text.find('\n', at + kFix.size()) - at - kFix.size());
  // A compiler's or our own line says more than what cargo or CMake make of it.
  std::size_t at = std::min(text.find(": error: "), text.find(": fatal error: "));
  if (at == std::string::npos) at = std::min(text.find("error: "), text.find("error["));
  if (at == std::string::npos) at = text.find("Error");
  if (at == std::string::npos) at = text.find_first_not_of(" \t\n");
  if (at != std::string::npos) complaint.what = line_around(text, at);
  return complaint;
}

}  // namespace jetson
