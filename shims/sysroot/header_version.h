// Versions as C headers say them.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace jetson {

// The numbers of the macros joined by dots ("9.3.0"); a macro may be defined as another of the same text (TensorRT's are). Nothing where the
// first is not there; ends before the first that is not a number.
std::optional<std::string> version_by_macros(std::string_view text, std::initializer_list<std::string_view> macros);

}  // namespace jetson
