// lld in its GNU form: ld, ld.lld.
#include <algorithm>
#include <iterator>

#include "base/path.h"
#include "forward/arguments.h"
#include "forward/build.h"
#include "forward/host_paths.h"
#include "forward/rust_link.h"

namespace jetson {
namespace {

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<std::string> user_sysroot(const std::vector<std::string>& words) {
  std::optional<std::string> path;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const std::string_view option : {"--sysroot=", "-sysroot="})
      if (words[i].starts_with(option) && words[i].size() > option.size()) path = words[i].substr(option.size());
    if ((words[i] == "--sysroot" || words[i] == "-sysroot") && i + 1 < words.size()) path = words[++i];
  }
  return path;
}

bool names_emulation(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "-m" || (word.starts_with("-m") && !word.starts_with("-mllvm") && !word.starts_with("-map"));
  });
}

// What a native GNU ld has built in (ld --verbose, SEARCH_DIR), in its order; around it the Jetson's own, as with the driver.
Directories search_directories(const Settings& settings) {
  const std::string multiarch = multiarch_of(settings.triple.value);
  Directories all = settings.directories.library.value;
  for (const std::string& directory : {"/usr/local/lib/" + multiarch, "/lib/" + multiarch, "/usr/lib/" + multiarch,
                                       std::string("/usr/local/lib"), std::string("/lib"), std::string("/usr/lib")})
    all.push_back({directory});
  const Directories& last = settings.directories.library_last.value;
  all.insert(all.end(), last.begin(), last.end());
  return all;
}

}  // namespace

Result<Command> build_linker_command(const Call& call) {
  UserArguments arguments(call.arguments, call.disk);
  const std::vector<std::string>& words = arguments.words();
  const auto sysroot = require_sysroot(call, user_sysroot(words));
  if (!sysroot) return sysroot.error();
  const Programs programs(call.settings, call.environment, call.disk, call.own_executable);
  const auto lld = programs.lld(call.name.version);
  if (!lld) return lld.error();

  // rustc's -Clinker-flavor=ld.lld puts it in front, for a generic lld; ld.lld itself does not know it.
  if (words.size() >= 2 && words[0] == "-flavor") {
    arguments.drop(0);
    arguments.drop(1);
  }
  auto warnings = apply_host_paths(arguments, Grammar::kLinker, call.settings.host_paths, *sysroot, multiarch_of(call.settings.triple.value));
  if (!warnings) return warnings.error();

  const auto rust = complete_rust_link(words, *sysroot, multiarch_of(call.settings.triple.value));
  if (!rust) return rust.error();

  Command command;
  command.program = lld->front();
  command.warnings = std::move(*warnings);
  const auto add = [&](std::string text, std::string from) { command.arguments.push_back({std::move(text), std::move(from)}); };
  for (const std::string& word : *lld) add(word, "programs.lld");
  // Response files that rustc and clang write are in this form on every host; lld's default on Windows is another.
  add("--rsp-quoting=posix", "default");
  command.first_movable = command.arguments.size();
  if (!user_sysroot(words)) add("--sysroot=" + sysroot->path(), "sysroot");
  if (!names_emulation(words)) {
    add("-m", "default");
    add("aarch64linux", "default");
  }
  add("--undefined-version", "default: as GNU ld");
  for (const std::string& word : rust->first) add(word, "default: rustc leaves these to the linker driver");
  for (const Argument& argument : arguments.before_terminator()) command.arguments.push_back(argument);
  for (const std::string& word : rust->last) add(word, "default: rustc leaves these to the linker driver");
  if (!has_word(words, "-nostdlib"))
    for (const std::string& directory : sysroot->find(search_directories(call.settings)))
      add("-L" + sysroot->on_host(directory), "directories");
  for (const std::string& word : rust->end) add(word, "default: rustc leaves these to the linker driver");
  return command;
}

}  // namespace jetson
