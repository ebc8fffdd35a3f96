// Hard links need no right; file systems without them (exFAT) get copies.
#include "base/native_path.h"
#include "base/os.h"
#include "cli/tool_file.h"

namespace jetson {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestTool = std::size_t{64} << 20;

// A word that every release of our forwarder holds.
constexpr std::string_view kToolMark = "AARCH64_JETSON_CONFIG";

}  // namespace

ToolFile look_at_tool(const std::string& path, const std::string& forwarder) {
  const HostDisk disk;
  if (!disk.entry(path).exists) return ToolFile::kMissing;
  const FileInfo info = disk.info(path), ours = disk.info(forwarder);
  if (info.inode != 0 && info.inode == ours.inode && info.device == ours.device) return ToolFile::kOurs;
  const auto text = disk.read(path, kLargestTool), wanted = disk.read(forwarder, kLargestTool);
  if (!text || text->find(kToolMark) == std::string::npos) return ToolFile::kOther;
  return wanted && *text == *wanted ? ToolFile::kOurs : ToolFile::kMissing;  // of a former release
}

int make_tool(const std::string& path, const std::string& forwarder) {
  std::error_code code;
  fs::remove(native_path(path), code);
  fs::create_hard_link(native_path(forwarder), native_path(path), code);
  if (code) fs::copy_file(native_path(forwarder), native_path(path), code);
  return code ? code.default_error_condition().value() : 0;
}

void remove_tool(const std::string& path) {
  std::error_code code;
  fs::remove(native_path(path), code);
}

}  // namespace jetson
