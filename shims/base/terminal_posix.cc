#include "base/terminal.h"

#include <sys/ioctl.h>

namespace jetson {

std::size_t terminal_width(int descriptor) {
  winsize size{};
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace jetson
