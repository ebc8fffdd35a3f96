// What stands in the place of links where a file system has none: copies of what they lead to, so that every path that builds on the
// board builds here. No disk.
#pragma once

#include <string>
#include <vector>

#include "sysroot/catalog.h"

namespace jetson {

// In the order in which they are to be made.
struct LinkCopy {
  std::string path;
  std::string from;  // the file whose bytes it has; empty: a directory
};

struct LinkCopies {
  std::vector<LinkCopy> copies;
  std::vector<std::string> remarks;  // links for which there is no copy, one sentence each
};

// Of every link of the catalog. Nothing is copied for links that lead nowhere, in circles or out of the tree, nor for those to a
// directory that they lie in (usr/bin/X11 -> .): a copy would have no end.
LinkCopies plan_link_copies(const Catalog& catalog);

}  // namespace jetson
