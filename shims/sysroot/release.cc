#include "sysroot/release.h"

#include <cstdlib>

#include "base/path.h"
#include "sysroot/jetpack.h"

namespace jetson {
namespace {

constexpr std::string_view kDigitsAndDots = "0123456789.";

// The number with dots behind `mark`.
std::optional<std::string> number_behind(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  text.remove_prefix(at + mark.size());
  const std::string_view number = text.substr(0, text.find_first_not_of(kDigitsAndDots));
  if (number.empty()) return std::nullopt;
  return std::string(number);
}

}  // namespace

std::optional<std::string> parse_nv_tegra_release(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const auto major = number_behind(line, "# R"), revision = number_behind(line, "REVISION: ");
  if (!major || !revision) return std::nullopt;
  return *major + "." + *revision;
}

std::optional<std::string> l4t_of(const Packages& packages) {
  const auto core = packages.find("nvidia-l4t-core");
  if (core == packages.end()) return std::nullopt;
  return upstream_version(core->second);
}

std::optional<std::string> parse_apt_source_soc(std::string_view text) {
  for (const ModuleFamily& family : kModuleFamilies)
    if (!family.soc.empty() && text.find("/jetson/" + std::string(family.soc) + " ") != std::string_view::npos) return std::string(family.soc);
  return std::nullopt;
}

Release release_of(const std::string& l4t, std::string_view soc) {
  Release release{.l4t = l4t, .jetpack = {}, .modules = {}};
  for (const JetPack& row : kJetPacks)
    if (release.jetpack.empty() && matches_glob(row.l4t, l4t)) release.jetpack = row.version;
  for (const ModuleFamily& row : kModuleFamilies)
    if (release.modules.empty() && row.soc == soc && (!row.soc.empty() || row.l4t == std::atoi(l4t.c_str()))) release.modules = row.modules;
  return release;
}

}  // namespace jetson
