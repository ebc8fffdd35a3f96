#include "settings/locate.h"

#include "base/host.h"
#include "base/path.h"

namespace jetson {

std::optional<std::string> user_folder(const Environment& environment) {
  const auto user = settings_home(environment);
  if (!user || !is_absolute(*user)) return std::nullopt;
  return join(*user, "aarch64-jetson");
}

std::vector<std::string> settings_candidates(std::string_view prefix, const Environment& environment,
                                             const std::string& executable) {
  const std::string name = std::string(prefix) + ".toml";
  std::vector<std::string> paths;
  if (const auto folder = user_folder(environment)) paths.push_back(join(*folder, name));
  if (!executable.empty()) paths.push_back(join(parent(parent(executable)), "etc/" + name));
  return paths;
}

std::string locate_settings(std::string_view prefix, const Environment& environment, const std::string& executable,
                            const Disk& disk) {
  if (const auto named = environment.get_nonempty(kConfigVariable)) return from_host_path(*named);
  for (std::string& path : settings_candidates(prefix, environment, executable))
    // A link that leads nowhere is a mistake to be told, not a file that is not there.
    if (disk.info(path).kind != FileInfo::Kind::kMissing || disk.entry(path).exists) return std::move(path);
  return {};
}

}  // namespace jetson
