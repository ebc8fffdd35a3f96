// A folder for a while. POSIX only: for the management program.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace jetson {

class TemporaryFolder {
 public:
  // In $TMPDIR, else /tmp. Its path is empty where none could be made.
  TemporaryFolder() {
    std::error_code code;
    path_ = (std::filesystem::temp_directory_path(code) / "aarch64-jetson.XXXXXX").string();
    if (code || mkdtemp(path_.data()) == nullptr) path_.clear();
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code code;
    if (!path_.empty()) std::filesystem::remove_all(path_, code);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace jetson
