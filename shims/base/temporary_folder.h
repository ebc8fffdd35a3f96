// A folder for a while: for the management program.
#pragma once

#include <string>

#include "base/file.h"
#include "base/native_path.h"

namespace jetson {

class TemporaryFolder {
 public:
  // In the system's place for such ($TMPDIR, else /tmp; %TEMP%). Its path is empty where none could be made.
  TemporaryFolder() : path_(make_temporary_folder()) {}
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code code;
    if (!path_.empty()) std::filesystem::remove_all(native_path(path_), code);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace jetson
