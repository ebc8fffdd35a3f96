// How a view takes in what lies elsewhere. A link where the file system has links; on FAT and exFAT, and on Windows, where links are for
// the few who may make them, another name of the same file (a hard link), else a copy; a folder is then made anew with all its files.
// Not a junction: it holds a whole path, which is another once the view is moved into its place, and removing the view would go through
// it into the sysroot.
#pragma once

#include <filesystem>

namespace jetson {

class Joiner {
 public:
  // Finds out in `folder`, which can be written, whether it can hold links.
  explicit Joiner(const std::filesystem::path& folder);
  bool has_links() const { return has_links_; }

  // All of these throw std::filesystem::filesystem_error.
  void add_file(const std::filesystem::path& from, const std::filesystem::path& to) const;
  void add_folder(const std::filesystem::path& from, const std::filesystem::path& to) const;
  // Everything in `from` that the folder `to` does not have yet; nothing where there is no `from`.
  void add_contents(const std::filesystem::path& from, const std::filesystem::path& to) const;
  // One more name in the view for a folder of it, `target`, given from where `to` lies: it can be moved with the view.
  void add_name(const std::filesystem::path& target, const std::filesystem::path& to) const;

 private:
  bool has_links_;
};

}  // namespace jetson
