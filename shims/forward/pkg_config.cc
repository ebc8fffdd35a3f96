// The host's pkg-config, seeing the .pc files of the sysroot alone.
#include "base/host.h"
#include "base/path.h"
#include "forward/build.h"

namespace jetson {

Result<Command> build_pkg_config_command(const Call& call) {
  const auto sysroot = require_sysroot(call, std::nullopt);
  if (!sysroot) return sysroot.error();
  const Programs programs(call.settings, call.environment, call.disk, call.own_executable);
  const auto program = programs.pkg_config();
  if (!program) return program.error();

  Command command;
  command.program = program->front();
  for (const std::string& word : *program) command.arguments.push_back({word, "programs.pkg_config"});
  for (const std::string& word : call.arguments) command.arguments.push_back({word, std::string(kUser)});

  // pkg-config parts lists as its host does.
  const std::string separator(1, kListSeparator);
  std::string directories;
  for (const std::string& directory : sysroot->find(call.settings.directories.pkg_config.value))
    directories.append(directories.empty() ? "" : separator).append(sysroot->on_host(directory));
  // What a native pkg-config leaves out because the compiler looks there anyway: named both ways, since pkgconf compares after it has
  // put the sysroot in front and freedesktop's pkg-config before.
  const std::string multiarch = multiarch_of(call.settings.triple.value);
  const auto both = [&](const Words& system) {
    std::string list;
    for (const std::string& directory : system)
      list.append(list.empty() ? "" : separator).append(sysroot->on_host(directory)).append(separator).append(directory);
    return list;
  };

  // PKG_CONFIG_LIBDIR replaces the host's default directories, PKG_CONFIG_PATH would come before it. Without an entry pkgconf would
  // fall back to its defaults, so an empty list names the sysroot itself, which holds no .pc file.
  command.environment_added = {
      {"PKG_CONFIG_LIBDIR", directories.empty() ? sysroot->path() : directories},
      {"PKG_CONFIG_PATH", ""},
      {"PKG_CONFIG_SYSROOT_DIR", sysroot->path()},
      {"PKG_CONFIG_SYSTEM_INCLUDE_PATH", both({"/usr/include", "/usr/include/" + multiarch})},
      {"PKG_CONFIG_SYSTEM_LIBRARY_PATH", both({"/usr/lib/" + multiarch, "/lib/" + multiarch, "/usr/lib", "/lib"})},
  };
  return command;
}

}  // namespace jetson
