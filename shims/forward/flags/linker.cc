#include "forward/build.h"
#include "forward/flags/flags.h"

namespace jetson {
namespace {

void pass_to_linker(std::vector<Argument>& list, std::string text, const std::string& from) {
  list.push_back({"-Xlinker", from});
  list.push_back({std::move(text), from});
}

}  // namespace

std::optional<Error> add_linker(DriverBuild& build) {
  const DriverCall& asked = build.asked;
  if (!asked.links()) return std::nullopt;
  const Settings& settings = build.call.settings;
  const bool is_lld = !asked.has_ld_path && (!asked.fuse_ld || *asked.fuse_ld == "lld");
  if (is_lld) {
    const std::string from = origin_of(settings.programs.lld, "programs.lld");
    build.first.push_back({"-fuse-ld=lld", from});
    // --ld-path would beat any -fuse-ld or -B, so it is left out where the user gives one.
    if (!asked.has_program_prefix) {
      const auto lld = build.programs.lld(build.call.name.version);
      if (!lld) return lld.error();
      // Clang takes one path: a program with leading arguments is reached through our own ld.
      const std::string path = lld->size() == 1 ? lld->front() : own_tool(build.call, "ld");
      build.first.push_back({"--ld-path=" + path, from});
    }
    // lld 19 refuses a version script that names a missing symbol; GNU ld and lld 14 take it. A later --no-undefined-version wins.
    pass_to_linker(build.first, "--undefined-version", "default: as GNU ld");
  }
  // Run paths add up, and the first is searched first: the user's.
  if (!asked.is_relocatable && !asked.is_static) {
    const std::string from = origin_of(settings.rpath, "rpath");
    for (const std::string& directory : settings.rpath.value) {
      pass_to_linker(build.last, "-rpath", from);
      pass_to_linker(build.last, directory, from);
    }
  }
  return std::nullopt;
}

}  // namespace jetson
