// Links need a right there that few users have, and Windows takes capitals for small letters.
#include "sysroot/plain_tree.h"

namespace jetson {

Result<std::unique_ptr<Tree>> Tree::open(const std::string& directory) { return open_plain_tree(directory); }

}  // namespace jetson
