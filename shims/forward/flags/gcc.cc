#include "base/host.h"
#include "base/path.h"
#include "forward/flags/flags.h"

namespace jetson {

// clang takes the highest GCC directory that has start files, with or without a C++ library in it (llvm issue 140866), and dies of
// "'iostream' file not found". --gcc-install-dir would say which, but clang 14 does not know it; header and library directories by
// name work with every clang [tried with 14 and 19].
void add_gcc(DriverBuild& build) {
  const DriverCall& asked = build.asked;
  const Setting<std::string>& setting = build.call.settings.gcc_directory;
  if (asked.has_gcc || (!asked.compiles_cxx && !asked.links())) return;
  Sysroot::Gcc gcc;
  if (!setting.value.empty()) gcc = {setting.value, false};
  else gcc = build.sysroot.find_gcc(build.multiarch);
  // Clang finds GCC by /lib first, and its headers by "..", which is wrong where /lib is a link to usr/lib and ".." is not taken so.
  if (gcc.directory.empty() || (gcc.is_highest && kFollowsLinksFirst)) return;

  const std::string from = origin_of(setting, "gcc_directory");
  const std::string version(file_name(gcc.directory));
  if (asked.compiles_cxx && !asked.has_nostdinc && !asked.has_nostdincxx) {
    for (const std::string& directory : {"/usr/include/c++/" + version, "/usr/include/" + build.multiarch + "/c++/" + version,
                                         "/usr/include/c++/" + version + "/backward"}) {
      build.first.push_back({"-stdlib++-isystem", from});
      build.first.push_back({build.sysroot.on_host(directory), from});
    }
  }
  if (asked.links() && !gcc.is_highest) build.last.push_back({"-L" + build.sysroot.on_host(gcc.directory), from});
}

}  // namespace jetson
