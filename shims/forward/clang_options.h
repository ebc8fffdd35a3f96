// How clang's driver cuts its command line into options and inputs.
#pragma once

#include <string_view>

namespace jetson {

// How many of the words behind `option` belong to it: 1 for "-o", 0 for "-ofile", "-c", "-std=c++20".
int separate_values(std::string_view option);

// Options that clang counts as inputs of a link: with one of these and no file at all it still runs the linker. Meson asks
// `clang -Wl,--version` for the linker's name.
bool is_linker_input(std::string_view option);

}  // namespace jetson
