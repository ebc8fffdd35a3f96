// The entries of a root filesystem as the board has them, for a file system that has no links and takes capitals for small letters: what
// is a link there is known here, and two names that differ in case alone are one. No disk.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jetson {

class Catalog {
 public:
  enum class Kind { kDirectory, kFile, kLink };
  struct Item {
    std::string path;  // as SourceEntry has it, in its own spelling
    Kind kind = Kind::kFile;
    std::string target = {};  // the text of a link
  };

  // Where a path leads, as the board would follow it; absolute links start at the root.
  struct Place {
    enum class End { kFound, kMissing, kNoDirectory, kLoop };
    End end = End::kFound;
    std::string path;          // without links, in the spelling of what is there; empty: the root
    bool leads_above = false;  // ".." led out of the root, where the board stays in it
  };

  // Nothing where there is none; not followed.
  const Item* find(std::string_view path) const;
  // In place of what has the name. The directories above are the caller's to put.
  void put(Item item);
  void remove(std::string_view path);

  // `path` followed to its end.
  Place resolve(std::string_view path) const { return follow(path, true); }
  // The same, but the last name itself stays what it is.
  Place locate(std::string_view path) const { return follow(path, false); }

  // What lies right in a directory.
  std::vector<const Item*> list(std::string_view directory) const;
  std::vector<const Item*> links() const;

 private:
  Place follow(std::string_view path, bool follows_last) const;
  std::map<std::string, Item, std::less<>> items_;  // by the name in small letters
};

}  // namespace jetson
