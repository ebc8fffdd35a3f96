// A file system of strings, so that what the forwarders decide can be tested without one.
#pragma once

#include <map>

#include "base/disk.h"

namespace jetson {

class FakeDisk final : public Disk {
 public:
  // Folders above come by themselves.
  void add_file(const std::string& path, std::string text = {}, bool executable = false);
  void add_directory(const std::string& path);
  void add_link(const std::string& path, const std::string& target);
  void add_pipe(const std::string& path);

  FileInfo info(const std::string& path) const override;
  Entry entry(const std::string& path) const override;
  std::vector<std::string> list(const std::string& path) const override;
  std::optional<std::string> real_path(const std::string& path) const override;
  Result<std::string> read(const std::string& path, std::size_t limit) const override;

 private:
  struct Node {
    FileInfo info;
    std::string text;
    std::optional<std::string> link;
  };
  void add(const std::string& path, Node node);
  std::optional<std::string> real_path(const std::string& path, int& links_left) const;
  const Node* find(const std::string& path) const;

  std::map<std::string, Node> nodes_;
};

}  // namespace jetson
