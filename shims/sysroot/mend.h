// Makes right in a written sysroot what a copy gets wrong: links that lead outside, and what maintainer scripts, update-alternatives and
// the first boot would have made.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/error.h"
#include "sysroot/tree.h"

namespace jetson {

struct Mended {
  std::size_t made_relative = 0;       // absolute links that now lead to the same file inside
  std::size_t dangling_removed = 0;    // led to what was left out or was never there
  std::vector<std::string> told;       // one sentence for each thing made or removed that a user should know
};

Result<Mended> mend(Tree& tree);

// Its parts, in this order, each in its own file: what installation would have made, the links, and then, when all of them lead to what is
// there, libraries that others need.
Failure mend_jetson(Tree& tree, Mended& mended);
Failure mend_links(Tree& tree, Mended& mended);
Failure mend_needed(Tree& tree, Mended& mended);

}  // namespace jetson
