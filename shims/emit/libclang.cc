#include "emit/libclang.h"

#include <algorithm>
#include <cstdlib>

#include "base/path.h"
#include "emit/homebrew.h"

namespace jetson {
namespace {

std::optional<LibClang> look_in(const std::string& llvm, const Disk& disk) {
  for (const std::string folder : {"lib", "lib64", "bin"}) {
    const std::vector<std::string> names = disk.list(join(llvm, folder));
    const bool is_there = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return is_libclang(name) && disk.info(join(join(llvm, folder), name)).is_file();
    });
    if (!is_there) continue;
    LibClang found{0, join(llvm, folder), {}};
    // "19" in newer releases, "14.0.6" in older ones.
    const std::string versions = join(join(llvm, folder == "bin" ? "lib" : folder), "clang");  // LLVM for Windows has its libraries in bin
    for (const std::string& version : disk.list(versions)) {
      if (std::atoi(version.c_str()) <= found.release) continue;
      found.release = std::atoi(version.c_str());
      const std::string directory = join(versions, version);
      if (disk.info(directory + "/include/stddef.h").is_file()) found.resource_dir = directory;
    }
    if (const auto dash = llvm.rfind("llvm-"); found.release == 0 && dash != std::string::npos) found.release = std::atoi(llvm.c_str() + dash + 5);
    return found;
  }
  return std::nullopt;
}

}  // namespace

bool is_libclang(const std::string& name) {
  return name == "libclang.dll" || name == "libclang.dylib" || matches_glob("libclang.so*", name) ||
         (matches_glob("libclang-*.so*", name) && name.find("cpp") == std::string::npos);
}

std::vector<LibClang> locate_libclang(const std::string& clang, const Environment& environment, const Disk& disk) {
  std::vector<std::string> places{parent(parent(clang))};
  for (const std::string& name : disk.list("/usr/lib"))
    if (name.starts_with("llvm-") && "/usr/lib/" + name != places.front()) places.push_back("/usr/lib/" + name);
  // The same as that beside clang, where this is Homebrew's.
  for (const std::string& folder : locate_homebrew_llvm(environment, disk))
    if (disk.real_path(folder) != places.front()) places.push_back(folder);
  std::vector<LibClang> all;
  for (const std::string& place : places)
    if (auto found = look_in(place, disk)) all.push_back(std::move(*found));
  std::stable_sort(all.begin(), all.end(), [](const LibClang& a, const LibClang& b) { return a.release < b.release; });
  return all;
}

std::optional<LibClang> choose_libclang(const std::vector<LibClang>& all, int release) {
  for (const LibClang& one : all)
    if (one.release >= release) return one;
  if (all.empty()) return std::nullopt;
  return all.back();
}

}  // namespace jetson
