#include "forward/programs.h"

#include <algorithm>
#include <cstdlib>

#include "base/host.h"
#include "base/install_advice.h"
#include "base/path.h"
#include "forward/tool.h"

namespace jetson {
namespace {

// Releases that are looked for as `clang-N`: 14 is the first with --start-no-unused-arguments.
constexpr int kOldestRelease = 14;
constexpr int kNewestRelease = 40;

constexpr std::size_t kMostBytesOfUs = std::size_t{16} << 20;

Error missing_program(std::string what, std::string fix) {
  return {.what = std::move(what), .where = "PATH", .fix = std::move(fix), .more = {}};
}

}  // namespace

Programs::Programs(const Settings& settings, const Environment& environment, const Disk& disk, std::string own_executable)
    : settings_(settings), disk_(disk), own_executable_(std::move(own_executable)),
      path_(path_folders(environment)) {}

bool Programs::is_ours(const std::string& path) const {
  const auto real = disk_.real_path(path);
  if (!real) return false;
  if (file_name(*real).starts_with(kFamily)) return true;
  if (own_executable_.empty()) return false;
  // A copy under another name: hard link, or the same bytes.
  const FileInfo own = disk_.info(own_executable_), other = disk_.info(*real);
  if (own.inode == other.inode && own.device == other.device) return own.inode != 0;
  if (own.size != other.size || own.size == 0) return false;
  const auto ours = disk_.read(own_executable_, kMostBytesOfUs), theirs = disk_.read(*real, kMostBytesOfUs);
  return ours && theirs && *ours == *theirs;
}

std::optional<std::string> Programs::on_path(std::string_view name) const {
  for (const std::string& folder : path_) {
    std::string path = join(folder, with_program_ending(name));
    const FileInfo info = disk_.info(path);
    if (info.is_file() && info.executable && !is_ours(path)) return path;
  }
  return std::nullopt;
}

std::optional<std::string> Programs::highest_on_path(std::string_view name) const {
  for (int release = kNewestRelease; release >= kOldestRelease; --release)
    if (auto path = on_path(std::string(name) + "-" + std::to_string(release))) return path;
  return std::nullopt;
}

Result<Words> Programs::chosen(const Program& setting, std::string_view key) const {
  Words words = setting.value;
  const std::string where = setting.origin + " (" + std::string(key) + ")";
  const auto wrong = [&](std::string what, std::string fix) {
    return Error{.what = std::move(what), .where = where, .fix = std::move(fix), .more = {}};
  };
  if (is_batch_file(words[0]))
    return wrong(words[0] + " is a batch file: cmd.exe would read every argument a second time, and change it",
                 "name the program that it runs");
  if (words[0].find('/') == std::string::npos) {
    auto path = on_path(words[0]);
    if (!path)
      return wrong("`" + words[0] + "` is not on PATH, or is only ourselves there", "install it, or write its whole path in the settings");
    words[0] = *path;
    return words;
  }
  words[0] = with_program_ending(words[0]);
  const FileInfo info = disk_.info(words[0]);
  if (!info.is_file()) return wrong("there is no program " + words[0], "install it, or correct its path");
  if (!info.executable) return wrong("not executable: " + words[0], "run `chmod +x` on it, or name another");
  if (is_ours(words[0]))
    return wrong(words[0] + " is one of our own tools: it would call itself for ever", "name the real program");
  return words;
}

Result<Words> Programs::clang(std::string_view version) const {
  if (!version.empty()) {
    const std::string name = "clang-" + std::string(version);
    if (auto path = on_path(name)) return Words{*path};
    return missing_program("`" + name + "` is not on PATH", "install it, or call the tool without \"-" + std::string(version) + "\"");
  }
  if (!settings_.programs.clang.value.empty()) return chosen(settings_.programs.clang, "programs.clang");
  if (auto path = on_path("clang")) return Words{*path};
  if (auto path = highest_on_path("clang")) return Words{*path};
  return missing_program("clang is not on PATH",
                         "install clang 14 or newer (" + install_command(Package::kClang) + "), or set programs.clang");
}

Result<Words> Programs::beside_clang(std::string_view name, std::string_view version, Error missing) const {
  const auto compiler = clang(version);
  if (compiler && compiler->size() == 1) {
    const std::string real = disk_.real_path(compiler->front()).value_or(compiler->front());
    std::string path = join(parent(real), with_program_ending(name));
    const FileInfo info = disk_.info(path);
    if (info.is_file() && info.executable && !is_ours(path)) return Words{std::move(path)};
    if (const auto release = llvm_release(*compiler))
      if (auto same = on_path(std::string(name) + "-" + std::to_string(*release))) return Words{*same};
  }
  if (auto path = on_path(name)) return Words{*path};
  if (auto path = highest_on_path(name)) return Words{*path};
  return missing;
}

Result<Words> Programs::lld(std::string_view version) const {
  if (version.empty() && !settings_.programs.lld.value.empty()) return chosen(settings_.programs.lld, "programs.lld");
  return beside_clang("ld.lld", version,
                      missing_program("lld is neither beside clang nor on PATH",
                                      "install it (" + install_command(Package::kLld) + "), or set programs.lld"));
}

Result<Words> Programs::llvm_tool(std::string_view name, const Program& setting, std::string_view key, std::string_view version) const {
  if (version.empty() && !setting.value.empty()) return chosen(setting, key);
  return beside_clang(name, version,
                      missing_program(std::string(name) + " is neither beside clang nor on PATH",
                                      "install it (" + install_command(Package::kLlvm) + "), or set " + std::string(key)));
}

Result<Words> Programs::pkg_config() const {
  if (!settings_.programs.pkg_config.value.empty()) return chosen(settings_.programs.pkg_config, "programs.pkg_config");
  for (const std::string_view name : {"pkgconf", "pkg-config"})
    if (auto path = on_path(name)) return Words{*path};
  return missing_program("neither pkgconf nor pkg-config is on PATH",
                         "install one (" + install_command(Package::kPkgConfig) + "), or set programs.pkg_config");
}

Result<Words> Programs::launcher() const {
  return settings_.launcher.value.empty() ? Result<Words>(Words{}) : chosen(settings_.launcher, "launcher");
}

std::optional<int> Programs::llvm_release(const Words& clang) const {
  const auto real = disk_.real_path(clang.front());
  if (!real) return std::nullopt;
  int release = 0;
  for (const std::string& name : disk_.list(join(parent(parent(*real)), "lib/clang"))) release = std::max(release, std::atoi(name.c_str()));
  if (release == 0) return std::nullopt;
  return release;
}

}  // namespace jetson
