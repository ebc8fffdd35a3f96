#include "base/host.h"
#include "cli/verb.h"
#include "settings/load.h"
#include "settings/locate.h"

namespace jetson {

void Context::fail(const Error& error) {
  write_all(2, format_error("aarch64-jetson", error));
  exit_code = static_cast<int>(error.fault);
}

std::optional<Settings> Context::settings(std::string_view prefix) {
  const HostDisk disk;
  auto settings = load_settings(locate_settings(prefix, environment, executable, disk), environment, disk);
  if (settings) return *settings;
  fail(settings.error());
  return std::nullopt;
}

CLI::Option* add_path(CLI::App& verb, const std::string& name, std::string& value, const std::string& what) {
  return verb.add_option(name, value, what)->transform([](const std::string& path) { return from_host_path(path); });
}

}  // namespace jetson
