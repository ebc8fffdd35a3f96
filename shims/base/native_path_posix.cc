#include "base/native_path.h"

namespace jetson {

std::filesystem::path native_path(const std::string& path) { return path; }

std::string path_text(const std::filesystem::path& path) { return path.string(); }

}  // namespace jetson
