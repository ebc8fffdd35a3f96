// A sysroot on a file system as Windows has them: without links, capitals no other than small letters, and with names that no file may have.
#pragma once

#include <memory>
#include <string>

#include "sysroot/tree.h"

namespace jetson {

// Of an existing, empty directory. Links are kept in mind and become copies by finish() (sysroot/link_copies.h); until then Tree::disk() shows
// them. Of files whose names differ in case alone the last is kept, but no link takes the place of a file. Works on every system.
std::unique_ptr<Tree> open_plain_tree(const std::string& directory);

}  // namespace jetson
