// Names that a file may have on the board and not on Windows.
#pragma once

#include <string>
#include <string_view>

namespace jetson {

// What is wrong with one component of a path ("holds the character :"); empty where it can be had. From "Naming Files, Paths, and
// Namespaces" in Microsoft's documentation of the file API.
std::string why_not_on_windows(std::string_view name);

}  // namespace jetson
