#include "settings/load.h"

#include <algorithm>

#include "base/host.h"
#include "base/path.h"
#include "base/text.h"
#include "settings/locate.h"
#include "settings/module.h"
#include "settings/plain.h"
#include "settings/toml_reader.h"

namespace jetson {
namespace {

constexpr std::string_view kTables[] = {"programs", "directories", "flags", "environment", "contents"};

constexpr TomlWords kWords{.key = "setting",
                           .all = "remove it; aarch64-jetson.toml lists the settings there are",
                           .example = "write it as in the reference, aarch64-jetson.toml"};

class Loader final : private TomlReader {
 public:
  Loader(const toml::table& table, const std::string& file) : TomlReader(table, file, kTables, kWords) {}

  Result<Settings> load() {
    Settings settings;
    settings.file = file_;
    for_each_setting(settings, [this](std::string_view key, auto& setting) {
      const Given* given = find(key);
      if (given == nullptr) return;
      setting.origin = place(*given->node);
      read(*given, setting.value);
    });
    report_unknown();
    check_module(settings);
    // Clang would say: unknown target triple 'unknown'.
    if (settings.triple.value.empty())
      errors_.push_back({.what = "`triple` is empty",
                         .where = settings.triple.origin + " (triple)",
                         .fix = "write aarch64-linux-gnu, or remove the line",
                         .more = {}});
    if (auto failed = failure()) return *failed;
    return settings;
  }

 private:
  using TomlReader::read;

  void read(const Given& given, HostPaths& value) {
    std::string text;
    read(given, text);
    if (const auto policy = find_host_paths(text)) value = *policy;
    else if (given.node->is_string())
      report(*given.node, given.key, "`host_paths` cannot be \"" + text + "\"", "write rewrite, warn, error or allow");
  }

  void read(const Given& given, Words& value) {
    value.clear();
    // launcher = "" means none, as [] does.
    if (const auto* text = given.node->as_string(); text != nullptr && text->get().empty()) return;
    read_words(given, *given.node, value, "a string or a list of strings");
  }

  void read(const Given& given, Directories& value) {
    constexpr std::string_view kWanted = "a list of strings, or of lists of strings of which the first that exists counts";
    value.clear();
    if (const auto* list = given.node->as_array()) {
      for (auto&& element : *list) read_words(given, element, value.emplace_back(), kWanted);
    } else {
      report_type(given, *given.node, kWanted);
    }
  }

  void check_module(const Settings& settings) {
    const std::string& name = settings.module.value;
    if (name.empty() || find_module(name) != nullptr) return;
    std::vector<std::string> names;
    std::string list;
    for (const Module& module : kModules) {
      names.emplace_back(module.name);
      list.append(list.empty() ? "" : ", ").append(module.name);
    }
    const std::string near = nearest(name, names);
    errors_.push_back({.what = "there is no Jetson module \"" + name + "\"",
                       .where = settings.module.origin + " (module)",
                       .fix = (near.empty() ? "" : "did you mean \"" + near + "\"? ") + "The modules are: " + list,
                       .more = {}});
  }
};

// "~" is the user's folder, relative paths start at the settings file. Without HOME (on Windows USERPROFILE) a "~" stays: who needs the path says so.
void resolve_path(std::string& path, const std::string& origin, const std::string& folder, const std::optional<std::string>& home) {
  path = from_host_path(path);
  if (home && (path == "~" || path.starts_with("~/"))) path = path == "~" ? *home : join(*home, path.substr(2));
  else if (!path.empty() && !origin.empty() && !path.starts_with('~')) path = join(folder, path);
}

void resolve_paths(Settings& settings, const Environment& environment) {
  const std::string folder = settings.file.empty() ? "" : parent(settings.file);
  auto home = environment.get_nonempty(kHomeVariable);
  if (home) home = from_host_path(*home);
  const auto resolve = [&](std::string& path, const std::string& origin) { resolve_path(path, origin, folder, home); };
  resolve(settings.resource_dir.value, settings.resource_dir.origin);
  resolve(settings.cuda_toolkit.value, settings.cuda_toolkit.origin);
  resolve(settings.cuda_view.value, settings.cuda_view.origin);
  resolve(settings.libclang.value, settings.libclang.origin);
  resolve(settings.sysroot.value, settings.sysroot.origin);
  if (const auto sysroot = environment.get_nonempty(kSysrootVariable)) {
    settings.sysroot = {*sysroot, std::string(kSysrootVariable)};
    resolve_path(settings.sysroot.value, "", "", home);
  }
  // A bare name is looked for on PATH.
  const auto resolve_program = [&](Setting<Words>& words) {
    if (!words.value.empty() && from_host_path(words.value[0]).find('/') != std::string::npos) resolve(words.value[0], words.origin);
  };
  resolve_program(settings.launcher);
  for_each_setting(settings, [&](std::string_view key, auto& setting) {
    if constexpr (std::is_same_v<std::decay_t<decltype(setting)>, Program>)
      if (key.starts_with("programs.")) resolve_program(setting);
  });
}

}  // namespace

Result<Settings> parse_settings(std::string_view text, const std::string& file) {
  if (auto settings = read_plain_settings(text, file)) return *std::move(settings);
  return parse_any_settings(text, file);
}

Result<Settings> parse_any_settings(std::string_view text, const std::string& file) {
  const auto table = parse_toml(text, file, "the settings are");
  if (!table) return table.error();
  return Loader(*table, file).load();
}

Result<Settings> load_settings(const std::string& file, const Environment& environment, const Disk& disk) {
  Result<Settings> settings = Error{};
  if (file.empty()) {
    settings = Settings();
  } else {
    // A file that was named is taken as it is: in containers and on mounts owners and modes often say nothing.
    if (!environment.get_nonempty(kConfigVariable) && !disk.info(file).is_trusted)
      return Error{.what = "the settings file may be written by others: " + file,
                   .where = {},
                   .fix = "make it yours alone (chown, chmod o-w), or name it in " + std::string(kConfigVariable),
                   .more = {}};
    const auto text = disk.read(file, kMostTomlBytes);
    if (!text)
      return Error{.what = "the settings file " + text.error().what,
                   .where = environment.get_nonempty(kConfigVariable) ? std::string(kConfigVariable) : "",
                   .fix = "mend or remove it, or name another in " + std::string(kConfigVariable),
                   .more = {}};
    settings = parse_settings(*text, file);
  }
  if (settings) resolve_paths(*settings, environment);
  return settings;
}

}  // namespace jetson
