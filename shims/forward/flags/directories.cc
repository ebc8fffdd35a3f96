#include "forward/flags/flags.h"

namespace jetson {

void add_directories(DriverBuild& build) {
  const DriverCall& asked = build.asked;
  const auto& directories = build.call.settings.directories;
  if (!build.is_for_board()) return;
  if ((asked.compiles_c || asked.compiles_cxx) && !asked.has_nostdinc) {
    // -idirafter: they may add headers, never shadow the project's or the system's.
    const std::string from = origin_of(directories.include, "directories.include");
    for (const std::string& directory : build.sysroot.find(directories.include.value)) {
      build.last.push_back({"-idirafter", from});
      build.last.push_back({build.sysroot.on_host(directory), from});
    }
  }
  if (!asked.links() || asked.is_relocatable) return;
  const std::string from = origin_of(directories.library, "directories.library");
  for (const std::string& directory : build.sysroot.find(directories.library.value))
    build.last.push_back({"-L" + build.sysroot.on_host(directory), from});
  // Clang puts the sysroot's own directories behind every -L, and -Xlinker behind those (Gnu.cpp, ConstructJob).
  const std::string from_last = origin_of(directories.library_last, "directories.library_last");
  for (const std::string& directory : build.sysroot.find(directories.library_last.value)) {
    build.last.push_back({"-Xlinker", from_last});
    build.last.push_back({"-L" + build.sysroot.on_host(directory), from_last});
  }
}

}  // namespace jetson
