#include "sysroot/dpkg_status.h"

namespace jetson {
namespace {

// What stands behind "Field: ", if `line` is that field.
bool take_field(std::string_view line, std::string_view field, std::string& value) {
  if (!line.starts_with(field) || line.size() <= field.size() || line[field.size()] != ':') return false;
  line.remove_prefix(field.size() + 1);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  value = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  return true;
}

}  // namespace

Packages parse_dpkg_status(std::string_view text) {
  Packages packages;
  std::string name, version, status;
  const auto end_of_paragraph = [&] {
    // "want flag state" (dpkg-query(1)); mmdebstrap's own status files leave packages unpacked.
    const bool is_there = !status.ends_with(" not-installed") && !status.ends_with(" config-files");
    if (!name.empty() && !version.empty() && is_there) packages.insert_or_assign(name, version);
    name.clear(), version.clear(), status.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) end_of_paragraph();
    else if (!take_field(line, "Package", name) && !take_field(line, "Version", version)) take_field(line, "Status", status);
  }
  end_of_paragraph();
  return packages;
}

std::string upstream_version(std::string_view version) {
  const std::size_t colon = version.find(':');
  if (colon != std::string_view::npos) version.remove_prefix(colon + 1);
  return std::string(version.substr(0, version.rfind('-')));
}

}  // namespace jetson
