#include "cli/probe.h"

#include <algorithm>
#include <cstdlib>

#include "base/child.h"
#include "base/install_advice.h"
#include "base/path.h"
#include "emit/homebrew.h"
#include "forward/programs.h"

namespace jetson {
namespace {

int ask_release(const std::string& program, std::string_view word, const Environment& environment) {
  const auto said = run_child({.arguments = {program, "--version"}, .environment = environment});
  return said && said->ok() ? parse_release(said->out, word) : 0;
}

}  // namespace

int parse_release(std::string_view text, std::string_view word) {
  const std::size_t at = text.find(word);
  if (at == std::string_view::npos) return 0;
  return std::atoi(std::string(text.substr(at + word.size(), 8)).c_str());
}

std::vector<std::string> parse_cpus(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);  // on Windows
    if (line.starts_with('\t') && line.find(' ') == std::string_view::npos) names.emplace_back(line.substr(1));
    at = end + 1;
  }
  return names;
}

std::vector<std::string> probe_cpus(const std::string& clang, const Environment& environment) {
  const auto said = run_child({.arguments = {clang, "--print-supported-cpus", "--target=aarch64-linux-gnu"}, .environment = environment});
  if (!said) return {};
  // On stderr in older releases.
  return parse_cpus(said->out + said->err);
}

Result<Toolchain> probe_toolchain(const Environment& environment, const std::string& own_executable, const Disk& disk) {
  const Settings plain;
  const Programs programs(plain, environment, disk, own_executable);
  std::vector<std::string> clangs;
  const auto usual = programs.clang();
  if (usual) clangs.push_back(usual->front());
  for (int release = 40; release >= 14; --release)
    if (const auto one = programs.clang(std::to_string(release))) clangs.push_back(one->front());
  for (const std::string& folder : locate_homebrew_llvm(environment, disk))
    if (std::string clang = join(folder, "bin/clang"); disk.info(clang).executable) clangs.push_back(std::move(clang));
  if (clangs.empty()) return usual.error();

  std::optional<Toolchain> best, best_fit;
  Error missing{.what = "no lld for clang", .where = {}, .fix = {}, .more = {}};
  for (const std::string& clang : clangs) {
    Settings with;
    with.programs.clang = {{clang}, "init"};
    const auto lld = Programs(with, environment, disk, own_executable).lld();
    if (!lld) {
      missing = lld.error();
      continue;
    }
    const Toolchain found{clang, lld->front(), ask_release(clang, "clang version ", environment), ask_release(lld->front(), "LLD ", environment)};
    if (found.release < 14) continue;
    if (!best || found.release > best->release) best = found;
    if (found.release == found.lld_release && (!best_fit || found.release > best_fit->release)) best_fit = found;
  }
  if (best_fit) return *best_fit;
  if (best) return *best;
  if (missing.fix.empty())
    missing = {.what = "no clang on PATH is of release 14 or newer", .where = "PATH", .fix = "install one (" + install_command(Package::kClang) + ")", .more = {}};
  return missing;
}

}  // namespace jetson
