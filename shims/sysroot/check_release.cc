// Which board's root filesystem this is.
#include "sysroot/release.h"
#include "sysroot/subject.h"

namespace jetson {
namespace {

constexpr std::string_view kReleaseFile = "/etc/nv_tegra_release";
constexpr std::string_view kAptSource = "/etc/apt/sources.list.d/nvidia-l4t-apt-source.list";
constexpr std::string_view kDpkgStatus = "/var/lib/dpkg/status";

std::string pretty_name(const Subject& subject) {
  const std::string text = subject.read("/etc/os-release").value_or("");
  const std::string mark = "PRETTY_NAME=\"";
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return {};
  return text.substr(at + mark.size(), text.find('"', at + mark.size()) - at - mark.size());
}

bool names_module(std::string_view list, std::string_view name) {
  return (", " + std::string(list) + ",").find(", " + std::string(name) + ",") != std::string::npos;
}

}  // namespace

Findings check_release(const Subject& subject) {
  Findings findings;
  const auto text = subject.read(kReleaseFile);
  const auto by_file = text ? parse_nv_tegra_release(*text) : std::nullopt;
  const auto by_package = l4t_of(subject.packages);
  if (text && !by_file)
    findings.push_back({.kind = Finding::Kind::kWarning,
                        .topic = "release",
                        .what = "its first line does not tell the release (# R36 (release), REVISION: 4.3, …)",
                        .where = subject.on_host(kReleaseFile),
                        .fix = "copy the file from the board again"});
  if (by_file && by_package && *by_file != *by_package)
    findings.push_back({.kind = Finding::Kind::kWarning,
                        .topic = "release",
                        .what = "etc/nv_tegra_release says " + *by_file + ", the package nvidia-l4t-core is " + *by_package,
                        .where = subject.on_host(kReleaseFile),
                        .fix = "make the sysroot again from one board: two releases are mixed in it"});
  const std::string system = pretty_name(subject);
  if (!by_file && !by_package) {
    findings.push_back({.kind = Finding::Kind::kFact,
                        .topic = "release",
                        .what = system.empty() ? "nothing tells the release" : "no Jetson release; " + system,
                        .where = {}});
    return findings;
  }
  const auto soc = parse_apt_source_soc(subject.read(kAptSource).value_or(""));
  const Release release = release_of(by_file ? *by_file : *by_package, soc.value_or(""));
  findings.push_back({.kind = Finding::Kind::kFact,
                      .topic = "release",
                      .what = "Jetson Linux " + release.l4t + (release.jetpack.empty() ? "" : " (JetPack " + release.jetpack + ")") +
                              (release.modules.empty() ? "" : " for " + release.modules) + (system.empty() ? "" : "; " + system),
                      .where = subject.on_host(by_file ? kReleaseFile : kDpkgStatus),
                      .version = release.l4t});
  const std::string& module = subject.settings.module.value;
  if (!module.empty() && !release.modules.empty() && !names_module(release.modules, module))
    findings.push_back({.kind = Finding::Kind::kWarning,
                        .topic = "release",
                        .what = "the settings say module = \"" + module + "\", and this release is for " + release.modules,
                        .where = subject.settings.module.origin + " (module)",
                        .fix = "correct the module, or name the sysroot of that board"});
  return findings;
}

}  // namespace jetson
