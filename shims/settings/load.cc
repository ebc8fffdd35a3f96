#include "settings/load.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "settings/locate.h"
#include "settings/module.h"
#include "settings/toml.h"

namespace jetson {
namespace {

// A settings file is a page of text: more is a mistake that would cost time on every compile. And toml++ 3.3 takes keys of any depth
// ("a.a.a…") and lets go of them level by level: from some 80,000 on, in 200 kB, that is more than the stack holds.
constexpr std::size_t kMostBytes = std::size_t{64} << 10;

constexpr std::string_view kTables[] = {"programs", "directories", "flags", "environment", "contents"};

constexpr std::pair<std::string_view, HostPaths> kHostPaths[] = {
    {"rewrite", HostPaths::kRewrite},
    {"warn", HostPaths::kWarn},
    {"error", HostPaths::kError},
    {"allow", HostPaths::kAllow},
};

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "a string";
    case toml::node_type::integer: return "an integer";
    case toml::node_type::floating_point: return "a number";
    case toml::node_type::boolean: return "a boolean";
    default: return "a date or time";
  }
}

class Loader {
 public:
  Loader(const toml::table& table, const std::string& file) : file_(file), known_(std::begin(kTables), std::end(kTables)) {
    collect(table, "");
  }

  Result<Settings> load() {
    Settings settings;
    settings.file = file_;
    for_each_setting(settings, [this](std::string_view key, auto& setting) {
      known_.emplace_back(key);
      const auto found = std::find_if(given_.begin(), given_.end(), [&](const Given& g) { return g.key == key; });
      if (found == given_.end()) return;
      found->used = true;
      setting.origin = place(*found->node);
      read(*found, setting.value);
    });
    for (const Given& given : given_)
      if (!given.used) report_unknown(given);
    check_module(settings);
    // Clang would say: unknown target triple 'unknown'.
    if (settings.triple.value.empty())
      errors_.push_back({.what = "`triple` is empty",
                         .where = settings.triple.origin + " (triple)",
                         .fix = "write aarch64-linux-gnu, or remove the line",
                         .more = {}});
    if (errors_.empty()) return settings;
    Error first = std::move(errors_.front());
    first.more.assign(std::make_move_iterator(errors_.begin() + 1), std::make_move_iterator(errors_.end()));
    return first;
  }

 private:
  struct Given {
    std::string key;
    const toml::node* node;
    bool used = false;
  };

  void collect(const toml::table& table, const std::string& prefix) {
    for (auto&& [key, node] : table) {
      const std::string path = prefix + std::string(key.str());
      const bool is_table = std::find(std::begin(kTables), std::end(kTables), path) != std::end(kTables);
      if (const toml::table* inner = node.as_table(); inner != nullptr && is_table) collect(*inner, path + ".");
      else given_.push_back({path, &node});
    }
  }

  std::string place(const toml::node& node) const {
    const auto at = node.source().begin;
    return file_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  void report(const toml::node& node, std::string_view key, std::string what, std::string fix) {
    errors_.push_back({.what = std::move(what), .where = place(node) + " (" + std::string(key) + ")", .fix = std::move(fix), .more = {}});
  }

  void report_type(const Given& given, const toml::node& node, std::string_view wanted) {
    report(node, given.key, "`" + given.key + "` takes " + std::string(wanted) + ", and this is " + std::string(type_name(node)),
           "write it as in the reference, aarch64-jetson.toml");
  }

  void report_unknown(const Given& given) {
    const std::string near = nearest(given.key, known_);
    report(*given.node, given.key, "there is no setting `" + given.key + "`",
           near.empty() ? "remove it; aarch64-jetson.toml lists the settings there are" : "did you mean `" + near + "`?");
  }

  // The system ends arguments and paths at the first NUL: what stands behind it would silently be lost.
  std::string take(const Given& given, const toml::value<std::string>& text) {
    if (text.get().find('\0') != std::string::npos)
      report(text, given.key, "`" + given.key + "` holds \\u0000, which no path and no argument can", "remove it");
    return text.get();
  }

  void read(const Given& given, std::string& value) {
    if (const auto* text = given.node->as_string()) value = take(given, *text);
    else report_type(given, *given.node, "a string");
  }

  void read(const Given& given, HostPaths& value) {
    std::string text;
    read(given, text);
    for (const auto& [name, policy] : kHostPaths) {
      if (name != text) continue;
      value = policy;
      return;
    }
    if (given.node->is_string())
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

  void read_words(const Given& given, const toml::node& node, Words& words, std::string_view wanted) {
    if (const auto* text = node.as_string()) {
      words.push_back(take(given, *text));
    } else if (const auto* list = node.as_array()) {
      for (auto&& element : *list) {
        if (const auto* word = element.as_string()) words.push_back(take(given, *word));
        else report_type(given, element, wanted);
      }
    } else {
      report_type(given, node, wanted);
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

  const std::string& file_;
  std::vector<Given> given_;
  std::vector<std::string> known_;
  std::vector<Error> errors_;
};

// "~" is the home folder, relative paths start at the settings file. Without HOME a "~" stays: who needs the path says so.
void resolve_path(std::string& path, const std::string& origin, const std::string& folder, const std::optional<std::string>& home) {
  if (home && (path == "~" || path.starts_with("~/"))) path = path == "~" ? *home : join(*home, path.substr(2));
  else if (!path.empty() && !origin.empty() && !path.starts_with('~')) path = join(folder, path);
}

void resolve_paths(Settings& settings, const Environment& environment) {
  const std::string folder = settings.file.empty() ? "" : parent(settings.file);
  const auto home = environment.get_nonempty("HOME");
  const auto resolve = [&](std::string& path, const std::string& origin) { resolve_path(path, origin, folder, home); };
  resolve(settings.resource_dir.value, settings.resource_dir.origin);
  resolve(settings.cuda_toolkit.value, settings.cuda_toolkit.origin);
  resolve(settings.cuda_view.value, settings.cuda_view.origin);
  resolve(settings.sysroot.value, settings.sysroot.origin);
  if (const auto sysroot = environment.get_nonempty(kSysrootVariable)) {
    settings.sysroot = {*sysroot, std::string(kSysrootVariable)};
    resolve_path(settings.sysroot.value, "", "", home);
  }
  // A bare name is looked for on PATH.
  const auto resolve_program = [&](Setting<Words>& words) {
    if (!words.value.empty() && words.value[0].find('/') != std::string::npos) resolve(words.value[0], words.origin);
  };
  resolve_program(settings.launcher);
  for_each_setting(settings, [&](std::string_view key, auto& setting) {
    if constexpr (std::is_same_v<std::decay_t<decltype(setting)>, Program>)
      if (key.starts_with("programs.")) resolve_program(setting);
  });
}

}  // namespace

Result<Settings> parse_settings(std::string_view text, const std::string& file) {
  const toml::parse_result parsed = toml::parse(text, std::string_view(file));
  if (!parsed) {
    const auto at = parsed.error().source().begin;
    return Error{.what = "the settings are not valid TOML: " + std::string(parsed.error().description()),
                 .where = file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column),
                 .fix = "correct that line",
                 .more = {}};
  }
  return Loader(parsed.table(), file).load();
}

Result<Settings> load_settings(const std::string& file, const Environment& environment, const Disk& disk) {
  Settings settings;
  if (!file.empty()) {
    // A file that was named is taken as it is: in containers and on mounts owners and modes often say nothing.
    if (!environment.get_nonempty(kConfigVariable) && !disk.info(file).is_trusted)
      return Error{.what = "the settings file may be written by others: " + file,
                   .where = {},
                   .fix = "make it yours alone (chown, chmod o-w), or name it in " + std::string(kConfigVariable),
                   .more = {}};
    const auto text = disk.read(file, kMostBytes);
    if (!text)
      return Error{.what = "the settings file " + text.error().what,
                   .where = environment.get_nonempty(kConfigVariable) ? std::string(kConfigVariable) : "",
                   .fix = "mend or remove it, or name another in " + std::string(kConfigVariable),
                   .more = {}};
    auto parsed = parse_settings(*text, file);
    if (!parsed) return parsed;
    settings = std::move(*parsed);
  }
  resolve_paths(settings, environment);
  return settings;
}

}  // namespace jetson
