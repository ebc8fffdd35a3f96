#include <unistd.h>

#include <cerrno>

#include "base/os.h"
#include "base/path.h"
#include "cli/tool_file.h"

namespace jetson {

ToolFile look_at_tool(const std::string& path, const std::string& forwarder) {
  const HostDisk disk;
  if (!disk.entry(path).exists) return ToolFile::kMissing;
  const auto real = disk.real_path(path);
  return real && file_name(*real) == file_name(forwarder) ? ToolFile::kOurs : ToolFile::kOther;
}

int make_tool(const std::string& path, const std::string& forwarder) {
  return symlink(std::string(file_name(forwarder)).c_str(), path.c_str()) == 0 ? 0 : errno;
}

void remove_tool(const std::string& path) { unlink(path.c_str()); }

}  // namespace jetson
