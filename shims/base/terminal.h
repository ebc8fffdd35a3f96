// The terminal that one of our streams leads to: terminal_posix.cc, terminal_win32.cc.
#pragma once

#include <cstddef>

namespace jetson {

// Columns of the one that `descriptor` writes to; 0 where it is none or does not tell.
std::size_t terminal_width(int descriptor);

}  // namespace jetson
