// Paths as std::filesystem takes them. Our text is UTF-8 with "/" everywhere; Windows has UTF-16 (native_path_posix.cc, native_path_win32.cc).
#pragma once

#include <filesystem>
#include <string>

namespace jetson {

std::filesystem::path native_path(const std::string& path);
std::string path_text(const std::filesystem::path& path);

// From where this process stands, without "." and "..".
inline std::string absolute_text(const std::string& path) {
  std::error_code code;
  return path_text(std::filesystem::absolute(native_path(path), code).lexically_normal());
}

}  // namespace jetson
