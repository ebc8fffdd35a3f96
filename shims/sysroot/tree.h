// The sysroot being written: a folder that nothing can be written outside of. Every component is opened without following links; a
// link on the way (lib -> usr/lib) is followed as the board would, inside the folder.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "sysroot/source.h"

namespace jetson {

class Tree {
 public:
  // Of an existing directory.
  static Result<std::unique_ptr<Tree>> open(const std::string& directory);
  virtual ~Tree() = default;

  // Writes one entry; directories above come by themselves. setuid, setgid and sticky bits are dropped; files are at least readable and
  // writable for the owner, directories passable. An entry that comes again replaces the former (tar's rule), but a directory stays.
  virtual Failure write(const SourceEntry& entry, Content* content) = 0;
  // What can only be done once all is written: the times of directories, copies in the place of links. Last of all.
  virtual Failure finish() = 0;

  virtual Failure make_link(const std::string& path, const std::string& target) = 0;  // replaces a link, nothing else
  virtual Failure remove(const std::string& path) = 0;                               // a file or link
  // Paths, in order, of the symbolic links written since the last call; some may have been removed or replaced since.
  virtual std::vector<std::string> take_links() = 0;
  // What this file system cannot hold as the board does (upper and lower case, links, names), one sentence each; after finish().
  virtual std::vector<std::string> clashes() const = 0;
  // How many files were linked to instead of written (Content::link_to).
  virtual std::size_t shared() const = 0;
  virtual std::string path() const = 0;  // of the directory, on this machine
  // The tree as the board will see it, by paths below path(): links are links, whatever they will be here.
  virtual const Disk& disk() const = 0;
};

}  // namespace jetson
