// What lies in the target's root filesystem: links resolved inside it, directories found by pattern. Reads the disk, never writes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/disk.h"
#include "settings/settings.h"

namespace jetson {

class Sysroot {
 public:
  // `path` as the settings or the user wrote it; kept as it is in what goes to clang.
  Sysroot(std::string path, const Disk& disk) : path_(std::move(path)), disk_(disk) {}

  const std::string& path() const { return path_; }

  // Where `target_path` ("/usr/local/cuda/lib64") really is, as a target path without links; absolute links start at the sysroot, and
  // ".." never leaves it. Nothing where it is missing. So /usr/local/cuda -> /etc/alternatives/cuda -> /usr/local/cuda-12.6 is found
  // in a copy whose links would lead into the host.
  std::optional<std::string> resolve(std::string_view target_path) const;

  // `target_path` put below the sysroot.
  std::string on_host(std::string_view target_path) const;

  bool has_file(std::string_view target_path) const;
  bool has_directory(std::string_view target_path) const;

  // The directories that exist, resolved, each once, as target paths in the order asked for.
  std::vector<std::string> find(const Directories& wanted) const;

  // The directory of the GCC whose start files and C++ library are to be used, e.g. /usr/lib/gcc/aarch64-linux-gnu/12: the highest
  // version that has libstdc++, else the highest. Empty where the sysroot has none.
  struct Gcc {
    std::string directory;
    bool is_highest = true;  // clang takes the highest by itself
  };
  Gcc find_gcc(std::string_view multiarch) const;

 private:
  std::vector<std::string> match(std::string_view pattern) const;
  const Entry& entry(const std::string& target_path) const;

  std::string path_;
  const Disk& disk_;
  // Every directory asked for starts with the same few components.
  mutable std::unordered_map<std::string, Entry> entries_;
};

}  // namespace jetson
