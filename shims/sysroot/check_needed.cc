// DT_NEEDED names that the board's dynamic loader would not find. A link succeeds even so: lld looks for undefined symbols of a library
// only where all that it needs is there (shared/design/jetson.md, 5.5). The program then starts nowhere but on a board that has more
// than its sysroot, so these are warnings.
#include <algorithm>
#include <map>

#include "base/path.h"
#include "sysroot/loader_path.h"
#include "sysroot/subject.h"

namespace jetson {
namespace {

struct MissingLibrary {
  std::vector<std::string> needed_by;  // file names
  std::string first;                   // target path
};

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < 3; ++i) text += (i > 0 ? ", " : "") + names[i];
  if (names.size() > 3) text += " and " + std::to_string(names.size() - 3) + " more";
  return text;
}

}  // namespace

Findings check_needed(const Subject& subject, const std::vector<SharedLibrary>& libraries,
                      const std::multimap<std::string, std::string>& names) {
  const std::vector<std::string> directories = locate_loader_directories(subject);
  std::map<std::string, bool> found;  // by the loader's own directories
  std::map<std::string, MissingLibrary> missing;
  for (const SharedLibrary& library : libraries) {
    if (!library.facts || !library.facts->is_aarch64) continue;
    const std::string directory = parent(library.path);
    const auto own = expand_runpath(library.facts->runpath, directory, subject.multiarch);
    for (const std::string& name : library.facts->needed) {
      // With a slash it is a path, which the loader takes as it is.
      const auto [place, is_new] = found.try_emplace(name, false);
      if (is_new) place->second = is_absolute(name) ? subject.sysroot.has_file(name) : subject.find_file(name, directories).has_value();
      if (place->second || subject.find_file(name, own)) continue;
      MissingLibrary& entry = missing[name];
      if (entry.needed_by.empty()) entry.first = library.path;
      entry.needed_by.emplace_back(file_name(library.path));
    }
  }
  Findings findings;
  for (auto& [name, entry] : missing) {
    std::sort(entry.needed_by.begin(), entry.needed_by.end());
    const auto elsewhere = names.find(name);
    if (elsewhere == names.end())
      findings.push_back({.kind = Finding::Kind::kWarning,
                          .topic = "needed",
                          .what = name + " is needed by " + list_of(entry.needed_by) + ", and nothing in the sysroot is it",
                          .where = subject.on_host(entry.first),
                          .fix = "install its package on the board and make the sysroot again; programs that link this start only where it is there"});
    // In the directory of the library that needs it, it is found by the program's own path or is loaded before (Python's and Qt's plugins).
    else if (elsewhere->second != parent(entry.first))
      findings.push_back({.kind = Finding::Kind::kWarning,
                          .topic = "needed",
                          .what = name + " is needed by " + list_of(entry.needed_by) + ", and lies where the board's loader does not look (" + elsewhere->second + ")",
                          .where = subject.on_host(entry.first),
                          .fix = "set rpath = [\"" + elsewhere->second + "\"] in the settings, or name the directory in the board's /etc/ld.so.conf.d"});
  }
  return findings;
}

}  // namespace jetson
