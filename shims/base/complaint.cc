#include "base/complaint.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace jetson {
namespace {

constexpr std::string_view kFix = "\n  fix:   ";

std::string line_around(const std::string& text, std::size_t at) {
  const std::size_t start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const std::size_t first = text.find_first_not_of(" \t", start);
  return std::string(first_line(std::string_view(text).substr(first)));
}

}  // namespace

Complaint complaint_of(const std::string& text) {
  Complaint complaint;
  if (const std::size_t at = text.find(kFix); at != std::string::npos)
    complaint.fix = first_line(std::string_view(text).substr(at + kFix.size()));
  // A compiler's or our own line says more than what cargo or CMake make of it.
  std::size_t at = std::min(text.find(": error: "), text.find(": fatal error: "));
  if (at == std::string::npos) at = std::min(text.find("error: "), text.find("error["));
  if (at == std::string::npos) at = text.find("Error");
  if (at == std::string::npos) at = text.find_first_not_of(" \t\r\n");
  if (at != std::string::npos) complaint.what = line_around(text, at);
  return complaint;
}

Complaint complaint_of(const ChildEnd& end) {
  Complaint complaint = complaint_of(end.err.empty() ? end.out : end.err);
  if (complaint.what.empty()) complaint.what = "exit code " + std::to_string(end.exit_code) + ", without a word";
  return complaint;
}

}  // namespace jetson
