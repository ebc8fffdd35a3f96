// What `aarch64-jetson sysroot fetch` fetches: a preset is a TOML file that names package repositories and lists of packages. The
// shipped ones are in config/presets. The forwarders know nothing of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"
#include "base/error.h"
#include "settings/settings.h"

namespace jetson {

// A Debian-format repository, one key for each field.
struct Repository {
  std::string name;
  Setting<std::string> mirror;        // its URL; may be missing where `apt_origin` is given: mmdebstrap knows the archives of Debian's suites
  Setting<Words> suites;
  Setting<Words> components;
  Setting<std::string> keyring;       // file with the keys that sign it
  Setting<std::string> keyring_hint;  // where a user gets that file
  Setting<std::string> apt_origin;    // a mirror by which this machine's apt has archives of this origin is taken before `mirror`
};

struct Preset {
  std::string name;  // the file's, without .toml
  std::string file;
  Setting<std::string> description;
  Setting<std::string> extends;  // a preset whose values hold where this one gives none
  Setting<Words> with;           // lists of packages to fetch unless the user says which
  struct List {
    std::string name;
    Setting<Words> packages;
  };
  std::vector<Repository> repositories;
  std::vector<List> lists;

  Repository* find_repository(std::string_view repository);
  const List* find_list(std::string_view list) const;
};

// The file's own values; `file` names it in messages. Everything that is wrong is in the one Error.
Result<Preset> parse_preset(std::string_view text, const std::string& file);

// Folders with presets: the user's, then the shipped one beside the tools (share/aarch64-jetson/presets).
std::vector<std::string> preset_folders(const Environment& environment, const std::string& executable);

// The names that are in them, sorted, each once.
std::vector<std::string> list_presets(const std::vector<std::string>& folders, const Disk& disk);

// Whether it names a file: it has a "/" or ends in .toml.
bool is_preset_path(std::string_view name);

// By a name or an absolute path, with what it extends; a preset that extends its own name extends the next of
// that name, so that a user's jetpack-6.2 can change the shipped one. It is whole: each repository has a mirror and suites, there is a
// list `base`, and `keyring` paths are absolute ("~" is the home folder, relative ones start at the preset's file).
Result<Preset> load_preset(const std::string& name, const std::vector<std::string>& folders, const Environment& environment,
                           const Disk& disk);

// The packages of the lists (empty: of `with`), each once; those of `base` always, and first. An Error for a list that is not there.
Result<Words> select_packages(const Preset& preset, const Words& lists);

}  // namespace jetson
