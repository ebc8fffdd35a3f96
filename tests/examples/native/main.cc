// A C++ program with a library of the sysroot, to be built by CMake, Meson or make.
#include <zlib.h>

#include <iostream>

int main() {
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>("123456789"), 9);
  std::cout << "zlib " << zlibVersion() << ", crc32 " << std::hex << sum << "\n";
  return sum == 0xcbf43926 ? 0 : 1;
}
