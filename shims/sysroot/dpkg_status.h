// The packages of a Debian or Ubuntu root filesystem, as var/lib/dpkg/status lists them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace jetson {

// Name and version of what is installed or at least unpacked. What was removed is still listed in the file, and not here.
using Packages = std::map<std::string, std::string, std::less<>>;

Packages parse_dpkg_status(std::string_view text);

// "12.6.68-1" and "1:4.5.4+dfsg-9" without epoch and Debian revision.
std::string upstream_version(std::string_view version);

}  // namespace jetson
