#include "sysroot/loader_path.h"

#include <algorithm>

#include "base/path.h"

namespace jetson {
namespace {

// One directory a line; "include /etc/ld.so.conf.d/*.conf" and comments are the other lines there are.
std::vector<std::string> directories_of_conf(const std::string& text) {
  std::vector<std::string> directories;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, std::min(text.find('#', at), end) - at);
    line.erase(0, line.find_first_not_of(" \t"));
    line.resize(line.find_last_not_of(" \t\r") + 1);
    if (line.starts_with('/')) directories.push_back(line);
    at = end + 1;
  }
  return directories;
}

void replace_all(std::string& text, std::string_view what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
}

}  // namespace

std::vector<std::string> locate_loader_directories(const Subject& subject) {
  Directories wanted;
  std::vector<std::string> files{"/etc/ld.so.conf"};
  for (const std::string& name : subject.disk.list(subject.on_host("/etc/ld.so.conf.d")))
    if (name.ends_with(".conf")) files.push_back("/etc/ld.so.conf.d/" + name);
  std::sort(files.begin(), files.end());
  for (const std::string& file : files)
    for (std::string& directory : directories_of_conf(subject.read(file).value_or(""))) wanted.push_back({std::move(directory)});
  for (const std::string& directory : {"/usr/local/lib/" + subject.multiarch, std::string("/usr/local/lib"), "/lib/" + subject.multiarch,
                                      "/usr/lib/" + subject.multiarch, std::string("/lib"), std::string("/usr/lib")})
    wanted.push_back({directory});
  // Both of r39's driver directories: which one counts depends on the board.
  for (const char* directory : {"/nvidia", "/tegra", "/tegra-egl"}) wanted.push_back({"/usr/lib/" + subject.multiarch + directory});
  for (const char* directory : {"/opt/nvidia/l4t-gpu-libs/openrm", "/opt/nvidia/l4t-gpu-libs/nvgpu", "/usr/local/cuda/targets/*/lib",
                                "/usr/local/cuda-*/targets/*/lib"})
    wanted.push_back({directory});
  wanted.push_back({"/opt/nvidia/vpi*/lib/" + subject.multiarch});
  return subject.sysroot.find(wanted);
}

std::vector<std::string> expand_runpath(const std::vector<std::string>& runpath, const std::string& directory, const std::string& multiarch) {
  std::vector<std::string> directories;
  for (std::string path : runpath) {
    for (const std::string_view name : {"${ORIGIN}", "$ORIGIN"}) replace_all(path, name, directory);
    for (const std::string_view name : {"${LIB}", "$LIB"}) replace_all(path, name, "lib/" + multiarch);
    for (const std::string_view name : {"${PLATFORM}", "$PLATFORM"}) replace_all(path, name, "aarch64");
    directories.push_back(std::move(path));
  }
  return directories;
}

}  // namespace jetson
