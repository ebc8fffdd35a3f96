// What the forwarders may ask of a file system. Nothing here writes; the command builder sees the disk only through this, so that
// tests and fuzzers can hand it one made of strings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace jetson {

struct FileInfo {
  enum class Kind { kMissing, kFile, kDirectory, kOther };
  Kind kind = Kind::kMissing;
  bool executable = false;  // a file that this process may run
  std::uint64_t size = 0;  // bytes
  std::uint64_t device = 0, inode = 0;
  bool is_trusted = true;  // belongs to the user or to root, and not everyone may write it

  bool is_file() const { return kind == Kind::kFile; }
  bool is_directory() const { return kind == Kind::kDirectory; }
};

// A name in a directory, looked at without following it.
struct Entry {
  bool exists = false;
  std::optional<std::string> link;  // the text of a symbolic link
};

class Disk {
 public:
  virtual ~Disk() = default;

  // Follows links.
  virtual FileInfo info(const std::string& path) const = 0;
  // Does not follow the last component.
  virtual Entry entry(const std::string& path) const = 0;
  // Names in a directory, in no order, without "." and ".."; empty where there is none.
  virtual std::vector<std::string> list(const std::string& path) const = 0;
  // The path with every link resolved; nothing where the file is not there.
  virtual std::optional<std::string> real_path(const std::string& path) const = 0;
  // A regular file of at most `limit` bytes; a FIFO is refused, not waited for. The error's `what` is a predicate with the path:
  // "is a directory, not a file: /x".
  virtual Result<std::string> read(const std::string& path, std::size_t limit) const = 0;
};

}  // namespace jetson
