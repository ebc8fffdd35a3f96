#include <io.h>

#include "base/terminal.h"
#include "base/win32.h"

namespace jetson {

std::size_t terminal_width(int descriptor) {
  CONSOLE_SCREEN_BUFFER_INFO info{};
  if (GetConsoleScreenBufferInfo(reinterpret_cast<HANDLE>(_get_osfhandle(descriptor)), &info) == 0) return 0;
  const int width = info.srWindow.Right - info.srWindow.Left + 1;
  return static_cast<std::size_t>(width);
}

}  // namespace jetson
