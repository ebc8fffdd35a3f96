#include "settings/preset.h"

#include <algorithm>

#include "base/host.h"
#include "base/path.h"
#include "base/text.h"
#include "settings/locate.h"
#include "settings/toml_reader.h"

namespace jetson {
namespace {

constexpr std::string_view kTables[] = {"repositories", "repositories.*", "packages"};
constexpr TomlWords kWords{.key = "key of a preset",
                           .all = "remove it; the presets in share/aarch64-jetson/presets have the keys there are",
                           .example = "write it as in the presets in share/aarch64-jetson/presets"};
constexpr std::string_view kSuffix = ".toml";

template <class R, class F>
void for_each_field(R& repository, F&& f) {
  f("mirror", repository.mirror);
  f("suites", repository.suites);
  f("components", repository.components);
  f("keyring", repository.keyring);
  f("keyring_hint", repository.keyring_hint);
  f("apt_origin", repository.apt_origin);
}

class PresetLoader final : private TomlReader {
 public:
  PresetLoader(const toml::table& table, const std::string& file) : TomlReader(table, file, kTables, kWords) {}

  Result<Preset> load() {
    Preset preset;
    preset.file = file_;
    preset.name = file_name(file_);
    if (preset.name.ends_with(kSuffix)) preset.name.resize(preset.name.size() - kSuffix.size());
    read_key("description", preset.description);
    read_key("extends", preset.extends);
    read_key("with", preset.with);
    for (const std::string& name : names_below("repositories.")) {
      Repository& repository = preset.repositories.emplace_back();
      repository.name = name;
      for_each_field(repository, [&](std::string_view field, auto& setting) {
        read_key("repositories." + name + "." + std::string(field), setting);
      });
      check_source(repository);
    }
    for (const std::string& name : names_below("packages.")) {
      Preset::List& list = preset.lists.emplace_back();
      list.name = name;
      read_key("packages." + name, list.packages);
      for (const std::string& package : list.packages.value)
        if (!is_package(package)) bad(list.packages, "packages." + name, "\"" + package + "\" is no name of a package", "write it as apt-get install takes it");
    }
    for (const std::string_view table : {"repositories", "packages"})
      if (const Given* given = find(table)) report_type(*given, *given->node, "a table");
    report_unknown();
    if (auto failed = failure()) return *failed;
    return preset;
  }

 private:
  void read_key(const std::string& key, Setting<std::string>& setting) {
    const Given* given = find(key);
    if (given == nullptr) return;
    setting.origin = place(*given->node);
    read(*given, setting.value);
  }

  void read_key(const std::string& key, Setting<Words>& setting) {
    const Given* given = find(key);
    if (given == nullptr) return;
    setting.origin = place(*given->node);
    read_words(*given, *given->node, setting.value, "a list of strings");
  }

  // Of "repositories.ubuntu.mirror" the "ubuntu".
  std::vector<std::string> names_below(std::string_view prefix) const {
    std::vector<std::string> names;
    for (const Given& given : given_) {
      if (!given.key.starts_with(prefix)) continue;
      std::string name = given.key.substr(prefix.size());
      if (prefix == "repositories.") name.resize(std::min(name.find('.'), name.size()));
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return names;
  }

  template <class T>
  void bad(const Setting<T>& setting, const std::string& key, const std::string& what, const std::string& fix) {
    errors_.push_back({.what = what, .where = setting.origin + " (" + key + ")", .fix = fix, .more = {}});
  }

  // A line of apt's sources is words; none of these may be two, or end the options in brackets.
  void check_source(const Repository& repository) {
    const std::string key = "repositories." + repository.name + ".";
    const auto is_word = [](const std::string& text) { return !text.empty() && text.find_first_of(" \t\r\n[]#\"'") == std::string::npos; };
    if (const auto& mirror = repository.mirror; !mirror.is_default() && (!is_word(mirror.value) || mirror.value.find(":/") == std::string::npos))
      bad(mirror, key + "mirror", "\"" + mirror.value + "\" is no address of a repository", "write it as http://…, https://… or file:///…");
    for (const std::string& suite : repository.suites.value)
      if (!is_word(suite)) bad(repository.suites, key + "suites", "\"" + suite + "\" is no name of a suite", "write it as in apt's sources");
    for (const std::string& component : repository.components.value)
      if (!is_word(component)) bad(repository.components, key + "components", "\"" + component + "\" is no name of a component", "write it as in apt's sources");
  }

  static bool is_package(const std::string& text) {
    return !text.empty() && std::isalnum(static_cast<unsigned char>(text[0])) != 0 &&
           std::all_of(text.begin(), text.end(), [](char c) {
             return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::string_view("+.-_:=~/").find(c) != std::string_view::npos;
           });
  }
};

// What `preset` does not give, from what it extends.
void extend(Preset& preset, const Preset& base) {
  const auto fill = [](auto& setting, const auto& other) {
    if (setting.is_default()) setting = other;
  };
  fill(preset.description, base.description);
  fill(preset.with, base.with);
  for (const Repository& other : base.repositories) {
    Repository* repository = preset.find_repository(other.name);
    if (repository == nullptr) {
      preset.repositories.push_back(other);
      continue;
    }
    for_each_field(*repository, [&](std::string_view field, auto& setting) {
      for_each_field(other, [&](std::string_view other_field, const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(setting)>, std::decay_t<decltype(value)>>)
          if (field == other_field) fill(setting, value);
      });
    });
  }
  for (const Preset::List& list : base.lists)
    if (preset.find_list(list.name) == nullptr) preset.lists.push_back(list);
}

// Paths become absolute. A preset that names a mirror or a keyring itself does not want what the one it extends says of another: this
// machine's mirror, where to get the keyring. An empty value that counts as given says so.
void resolve(Preset& preset, const Environment& environment) {
  const auto home = environment.get_nonempty(kHomeVariable);
  for (Repository& repository : preset.repositories) {
    std::string& path = repository.keyring.value;
    if (home && path.starts_with("~/")) path = join(*home, path.substr(2));
    else if (!path.empty() && !path.starts_with('~')) path = join(parent(preset.file), path);
    if (repository.apt_origin.is_default()) repository.apt_origin.origin = repository.mirror.origin;
    if (repository.keyring_hint.is_default()) repository.keyring_hint.origin = repository.keyring.origin;
  }
}

Error incomplete(const Preset& preset, std::string what, std::string fix) {
  return {.what = std::move(what), .where = preset.file, .fix = std::move(fix), .more = {}};
}

Failure check_whole(const Preset& preset) {
  if (preset.repositories.empty())
    return incomplete(preset, "the preset names no repository", "write a table [repositories.NAME] with mirror and suites, or extends = \"…\"");
  for (const Repository& repository : preset.repositories) {
    const bool is_known_without = preset.repositories.size() == 1 && !repository.apt_origin.value.empty();
    for (const auto& [field, missing] : {std::pair("mirror", repository.mirror.value.empty() && !is_known_without), std::pair("suites", repository.suites.value.empty())})
      if (missing)
        return incomplete(preset, "the repository `" + repository.name + "` has no `" + field + "`",
                          std::string("write it in [repositories.") + repository.name + "], or extend a preset that has it");
  }
  if (preset.find_list("base") == nullptr)
    return incomplete(preset, "the preset has no list of packages `base`", "write it in [packages], with the C and C++ libraries");
  if (const auto packages = select_packages(preset, {}); !packages) {
    Error error = packages.error();
    error.where = preset.with.origin + " (with)";
    return error;
  }
  return std::nullopt;
}

class Finder {
 public:
  Finder(const std::vector<std::string>& folders, const Environment& environment, const Disk& disk)
      : folders_(folders), environment_(environment), disk_(disk) {}

  // `from`: the folder that a path starts at; `origin`: who names it.
  Result<Preset> load(const std::string& name, const std::string& from, const std::string& origin) {
    const auto file = locate(name, from, origin);
    if (!file) return file.error();
    seen_.push_back(*file);
    const auto text = disk_.read(*file, kMostTomlBytes);
    if (!text) return Error{.what = "the preset " + text.error().what, .where = origin, .fix = "mend it, or name another", .more = {}};
    auto preset = parse_preset(*text, *file);
    if (!preset) return preset;
    resolve(*preset, environment_);
    if (preset->extends.value.empty()) return preset;
    auto base = load(preset->extends.value, parent(*file), preset->extends.origin + " (extends)");
    if (!base) return base;
    extend(*preset, *base);
    return preset;
  }

 private:
  Result<std::string> locate(const std::string& name, const std::string& from, const std::string& origin) const {
    const bool is_path = is_preset_path(name);
    bool was_seen = false;
    std::vector<std::string> candidates;
    if (is_path) candidates.push_back(join(from, name));
    else
      for (const std::string& folder : folders_) candidates.push_back(join(folder, name + std::string(kSuffix)));
    for (std::string& file : candidates) {
      if (disk_.info(file).kind == FileInfo::Kind::kMissing) continue;
      if (std::find(seen_.begin(), seen_.end(), file) == seen_.end()) return std::move(file);
      was_seen = true;
    }
    if (was_seen) return Error{.what = "the preset `" + name + "` extends itself", .where = origin, .fix = "extend another", .more = {}};
    if (is_path) return Error{.what = "there is no file " + candidates[0], .where = origin, .fix = "name a preset file", .more = {}};
    const auto names = list_presets(folders_, disk_);
    const std::string near = nearest(name, names);
    std::string all;
    for (const std::string& known : names) all += (all.empty() ? "" : ", ") + known;
    if (all.empty()) all = "none, in no folder of: " + (folders_.empty() ? std::string("(none)") : folders_.back());
    return Error{.what = "there is no preset `" + name + "`",
                 .where = origin,
                 .fix = (near.empty() ? "" : "did you mean `" + near + "`? ") + "The presets are: " + all,
                 .more = {}};
  }

  const std::vector<std::string>& folders_;
  const Environment& environment_;
  const Disk& disk_;
  std::vector<std::string> seen_;
};

}  // namespace

Repository* Preset::find_repository(std::string_view repository) {
  const auto found = std::find_if(repositories.begin(), repositories.end(), [&](const Repository& r) { return r.name == repository; });
  return found == repositories.end() ? nullptr : &*found;
}

const Preset::List* Preset::find_list(std::string_view list) const {
  const auto found = std::find_if(lists.begin(), lists.end(), [&](const List& l) { return l.name == list; });
  return found == lists.end() ? nullptr : &*found;
}

Result<Preset> parse_preset(std::string_view text, const std::string& file) {
  const auto table = parse_toml(text, file, "the preset is");
  if (!table) return table.error();
  return PresetLoader(*table, file).load();
}

std::vector<std::string> preset_folders(const Environment& environment, const std::string& executable) {
  std::vector<std::string> folders;
  if (const auto folder = user_folder(environment)) folders.push_back(join(*folder, "presets"));
  if (!executable.empty()) folders.push_back(join(parent(parent(executable)), "share/aarch64-jetson/presets"));
  return folders;
}

std::vector<std::string> list_presets(const std::vector<std::string>& folders, const Disk& disk) {
  std::vector<std::string> names;
  for (const std::string& folder : folders)
    for (const std::string& name : disk.list(folder))
      if (name.ends_with(kSuffix)) names.push_back(name.substr(0, name.size() - kSuffix.size()));
  std::sort(names.begin(), names.end(), version_less);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool is_preset_path(std::string_view name) { return name.find('/') != std::string_view::npos || name.ends_with(kSuffix); }

Result<Preset> load_preset(const std::string& name, const std::vector<std::string>& folders, const Environment& environment,
                           const Disk& disk) {
  auto preset = Finder(folders, environment, disk).load(name, "", "");
  if (!preset) return preset;
  if (auto failure = check_whole(*preset)) return *failure;
  for (Repository& repository : preset->repositories)
    if (repository.components.value.empty()) repository.components.value = {"main"};
  return preset;
}

Result<Words> select_packages(const Preset& preset, const Words& lists) {
  Words names{"base"};
  for (const std::string& name : lists.empty() ? preset.with.value : lists) names.push_back(name);
  Words packages;
  for (const std::string& name : names) {
    const Preset::List* list = preset.find_list(name);
    if (list == nullptr) {
      Words known;
      std::string all;
      for (const Preset::List& other : preset.lists) {
        known.push_back(other.name);
        all += (all.empty() ? "" : ", ") + other.name;
      }
      const std::string near = nearest(name, known);
      return Error{.what = "the preset " + preset.name + " has no list of packages `" + name + "`",
                   .where = {},
                   .fix = (near.empty() ? "" : "did you mean `" + near + "`? ") + "It has: " + all,
                   .more = {}};
    }
    for (const std::string& package : list->packages.value)
      if (std::find(packages.begin(), packages.end(), package) == packages.end()) packages.push_back(package);
  }
  return packages;
}

}  // namespace jetson
