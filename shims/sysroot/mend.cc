#include "sysroot/mend.h"

namespace jetson {

Result<Mended> mend(Tree& tree) {
  Mended mended;
  if (auto failure = mend_jetson(tree, mended)) return *failure;
  if (auto failure = mend_links(tree, mended)) return *failure;
  if (auto failure = mend_needed(tree, mended)) return *failure;
  return mended;
}

}  // namespace jetson
