#include "base/complaint.h"

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
  // cargo prints what a build script said, and how it ended, before and after; ours and the compiler's lines say what is wrong.
  for (const std::string_view mark : {": error: ", ": fatal error: ", "error: ", "error[", "rror"})
    if (const std::size_t at = text.find(mark); at != std::string::npos) {
      complaint.what = line_around(text, at);
      return complaint;
    }
  if (const std::size_t at = text.find_first_not_of(" \t\n"); at != std::string::npos) complaint.what = line_around(text, at);
  return complaint;
}

}  // namespace jetson
