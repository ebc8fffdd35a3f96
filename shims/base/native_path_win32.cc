#include "base/host.h"
#include "base/native_path.h"
#include "base/win32.h"

namespace jetson {

// Not from UTF-8 by the library, which throws at names that are none.
std::filesystem::path native_path(const std::string& path) { return wide(path); }

std::string path_text(const std::filesystem::path& path) { return from_host_path(narrow(path.native())); }

}  // namespace jetson
