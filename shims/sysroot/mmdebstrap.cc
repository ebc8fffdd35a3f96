#include "sysroot/mmdebstrap.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/child.h"
#include "base/host.h"
#include "base/path.h"
#include "sysroot/mmdebstrap_output.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

// /lib is a link before any package is laid in, as on every Debian and Ubuntu installed since 2019 (jetson.md, 5.3): older packages would
// make a directory of it, the newest have no /lib at all.
constexpr std::string_view kSetup = R"(mkdir -p "$1/usr/lib" && ln -s usr/lib "$1/lib")";

// dpkg takes an unpacked package for none: the record of what is in the sysroot is written from the packages themselves.
constexpr std::string_view kRecord =
    R"(for deb in "$1"/var/cache/apt/archives/*.deb; do dpkg-deb --field "$deb" && echo "Status: install ok installed" && echo; done > "$1/var/lib/dpkg/status")";

Error fetch_error(std::string what, std::string fix, std::string where = {}) {
  return {.what = std::move(what), .where = std::move(where), .fix = std::move(fix), .more = {}};
}

Failure join_errors(std::vector<Error> errors) {
  if (errors.empty()) return std::nullopt;
  Error first = std::move(errors.front());
  first.more.assign(std::make_move_iterator(errors.begin() + 1), std::make_move_iterator(errors.end()));
  return first;
}

bool is_on_path(std::string_view program, const Environment& environment, const Disk& disk) {
  for (const std::string& folder : path_folders(environment))
    if (const auto info = disk.info(join(folder, program)); info.is_file() && info.executable) return true;
  return false;
}

// apt tells a keyring by its name: .asc is text, everything else bytes; and it knows nothing of gpg's keybox.
Failure check_keyring(const std::string& path, const Disk& disk) {
  const auto text = disk.read(path, std::size_t{4} << 20);
  if (!text) return fetch_error("the keyring " + text.error().what, "make it readable, or name another");
  const bool is_text = text->find("-----BEGIN PGP PUBLIC KEY BLOCK-----") != std::string::npos;
  if (is_text && !path.ends_with(".asc")) return fetch_error("apt reads a keyring that is text only under a name that ends in .asc: " + path, "rename it");
  if (is_text) return std::nullopt;
  if (text->empty() || text->find("KBXf") == 8 || (static_cast<unsigned char>((*text)[0]) & 0x80) == 0)
    return fetch_error("no keyring that apt can read: " + path, "write it by gpg --export");
  return std::nullopt;
}

}  // namespace

std::vector<std::string> build_sources(const Preset& preset) {
  std::vector<std::string> lines;
  for (const Repository& repository : preset.repositories)
    for (const std::string& suite : repository.suites.value) {
      // mmdebstrap wants every package inside the folder that it fills, and apt leaves those of a file: address where they are.
      const std::string& mirror = repository.mirror.value;
      if (mirror.empty()) continue;
      const std::string address = mirror.starts_with("file:") ? "copy:" + mirror.substr(5) : mirror;
      std::string line = "deb [arch=arm64 signed-by=" + repository.keyring.value + "] " + address + " " + suite;
      for (const std::string& component : repository.components.value) line += " " + component;
      lines.push_back(std::move(line));
    }
  return lines;
}

std::vector<std::string> build_mmdebstrap(const Preset& preset, const std::vector<std::string>& packages, const std::string& root) {
  std::string include;
  for (const std::string& package : packages) include += (include.empty() ? "" : ",") + package;
  // Chrootless works for every user and in containers; the extract variant runs no maintainer script. apt's own user could read neither
  // a keyring nor a repository in somebody's home.
  std::vector<std::string> command{"mmdebstrap",
                                   "--verbose",
                                   "--mode=chrootless",
                                   "--variant=extract",
                                   "--format=directory",
                                   "--architectures=arm64",
                                   "--aptopt=APT::Sandbox::User \"root\"",
                                   "--setup-hook=" + std::string(kSetup),
                                   "--extract-hook=" + std::string(kRecord),
                                   "--include=" + include,
                                   "",
                                   root};
  // With source lines there is no suite of mmdebstrap's own: they say all.
  std::vector<std::string> sources = build_sources(preset);
  if (sources.empty()) command[command.size() - 2] = preset.repositories.front().suites.value.front();
  for (std::string& line : sources) command.push_back(std::move(line));
  return command;
}

Failure check_tools(const Environment& environment, const Disk& disk) {
  std::string missing;
  for (const std::string_view program : {"mmdebstrap", "apt-get", "dpkg-deb"})
    if (!is_on_path(program, environment, disk)) missing += (missing.empty() ? "" : ", ") + std::string(program);
  if (missing.empty()) return std::nullopt;
  if (is_on_path("apt-get", environment, disk))
    return fetch_error("fetching a sysroot needs what is not installed: " + missing, "apt-get install mmdebstrap");
  return fetch_error("fetching a sysroot needs a Debian or Ubuntu, and this machine lacks: " + missing,
               "run it in a container of Debian 12 or newer, or make the sysroot of an image, an archive or a board by "
               "`aarch64-jetson sysroot make`");
}

Failure check_keyrings(const Preset& preset, const Disk& disk) {
  std::vector<Error> errors;
  for (const Repository& repository : preset.repositories) {
    const std::string& path = repository.keyring.value;
    const std::string where = repository.keyring.origin.empty() ? preset.file : repository.keyring.origin;
    const std::string named = where + " (repositories." + repository.name + ".keyring)";
    const std::string& mirror = repository.mirror.value.empty() ? repository.name : repository.mirror.value;
    const std::string other = "name one by --keyring " + repository.name + "=FILE";
    if (path.empty()) {
      errors.push_back(fetch_error("no keyring is named for " + mirror + ", so what it sends cannot be checked", other, named));
    } else if (disk.info(path).kind == FileInfo::Kind::kMissing) {
      const std::string& hint = repository.keyring_hint.value;
      errors.push_back(fetch_error("the keyring for " + mirror + " is not there: " + path, hint.empty() ? other : hint + "; or " + other, named));
    } else if (path.find_first_of(" \t[],") != std::string::npos) {
      errors.push_back(fetch_error("apt cannot be told of a keyring with a space, a comma or a bracket in its path: " + path, "copy it elsewhere, and " + other, named));
    } else if (auto failure = check_keyring(path, disk)) {
      failure->where = named;
      errors.push_back(std::move(*failure));
    }
  }
  return join_errors(std::move(errors));
}

std::string locate_apt_mirror(const std::string& origin, const Environment& environment) {
  const auto end = run_child({.arguments = {"apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Origin: " + origin,
                                            "Label: " + origin},
                              .environment = environment});
  if (!end || !end->ok()) return {};
  std::string line = end->out.substr(0, end->out.find('\n'));
  while (line.ends_with('/')) line.pop_back();
  return line.starts_with("http") ? line : "";
}

std::optional<FetchFailure> run_mmdebstrap(const std::vector<std::string>& command, const std::string& scratch, const Preset& preset,
                                           Environment environment, Progress& progress) {
  environment.set("TMPDIR", scratch);
  environment.set("LC_ALL", "C.UTF-8");  // its messages are read
  environment.remove("LANGUAGE");
  auto child = Child::start({.arguments = command, .environment = environment, .joins_errors = true});
  if (!child) return FetchFailure{child.error()};
  MmdebstrapOutput output(preset, progress);
  std::string text;
  char piece[1 << 14];
  while (interrupted() == 0) {
    const ssize_t n = read(child->output(), piece, sizeof piece);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    text.append(piece, static_cast<std::size_t>(n));
    for (std::size_t end; (end = text.find('\n')) != std::string::npos; text.erase(0, end + 1)) output.take(std::string_view(text).substr(0, end));
  }
  output.end();
  // With its owner the child is ended, and waited for.
  if (const int signal = interrupted()) return FetchFailure{fetch_error("interrupted by signal " + std::to_string(signal), "run it again")};
  if (const ChildEnd end = child->finish(); end.ok()) return std::nullopt;
  return output.failure();
}

}  // namespace jetson
