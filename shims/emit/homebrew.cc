#include "emit/homebrew.h"

#include <algorithm>

#include "base/path.h"

namespace jetson {

std::vector<std::string> locate_homebrew_llvm(const Environment& environment, const Disk& disk) {
  // On Apple's processors, on Intel's, on Linux.
  std::vector<std::string> prefixes{"/opt/homebrew", "/usr/local", "/home/linuxbrew/.linuxbrew"};
  if (auto prefix = environment.get_nonempty("HOMEBREW_PREFIX")) prefixes = {std::move(*prefix)};
  std::vector<std::string> folders;
  for (const std::string& prefix : prefixes) {
    const std::string formulas = join(prefix, "opt");
    for (const std::string& name : disk.list(formulas))
      if (name == "llvm" || name.starts_with("llvm@")) folders.push_back(join(formulas, name));
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace jetson
