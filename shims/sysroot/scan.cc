#include "sysroot/scan.h"

#include <atomic>
#include <thread>

#include "base/file.h"
#include "base/native_path.h"
#include "base/path.h"
#include "sysroot/check_links.h"

namespace jetson {
namespace {

namespace fs = std::filesystem;

// "arm-linux-gnueabihf", "x86_64-linux-gnu": libraries there are rightly for another machine.
bool is_for_another_machine(std::string_view directory, std::string_view multiarch) {
  return directory.find("-linux-gnu") != std::string_view::npos && directory != multiarch && directory.find(multiarch) == std::string_view::npos;
}

Finding unreadable(const Subject& subject, const std::string& path) {
  return {.kind = Finding::Kind::kWarning,
          .topic = "unreadable",
          .what = "this directory cannot be read, and was not checked",
          .where = subject.on_host(path),
          .fix = "make it readable for you, or make the sysroot again as yourself"};
}

// Opening and reading of a few blocks each: many at a time, as a disk that seeks or a network is what one waits for.
void read_headers(const Subject& subject, std::vector<SharedLibrary>& libraries) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < libraries.size();) {
      SharedLibrary& library = libraries[i];
      const Descriptor file = open_unlinked(subject.on_host(library.path));
      auto facts = read_elf(file.get(), library.path);
      if (facts) library.facts = std::move(*facts);
      else library.damage = facts.error().what;
    }
  };
  std::vector<std::jthread> workers;
  for (int i = 1; i < 4; ++i) workers.emplace_back(work);
  work();
}

}  // namespace

bool has_library_name(std::string_view name) {
  const std::size_t at = name.rfind(".so");
  return at != std::string_view::npos && at > 0 && name.find_first_not_of(".0123456789", at + 3) == std::string_view::npos &&
         (at + 3 == name.size() || name[at + 3] == '.');
}

Scan scan_sysroot(const Subject& subject, const KeepRules& rules) {
  Scan scan;
  LinkChecker links(subject);
  const std::string root = subject.on_host("");
  std::error_code code;
  fs::recursive_directory_iterator at(native_path(root.empty() ? "/" : root), fs::directory_options::skip_permission_denied, code);
  for (; !code && at != fs::recursive_directory_iterator(); at.increment(code)) {
    const std::string path = path_text(at->path()).substr(root.size());
    const std::string name(file_name(path));
    std::error_code ignored;
    if (at->is_symlink(ignored)) {
      if (!rules.decide(path).keep) continue;
      links.look_at(path);
      if (has_library_name(name) && subject.sysroot.has_file(path)) scan.names.emplace(name, parent(path));
    } else if (at->is_directory(ignored)) {
      if (is_for_another_machine(name, subject.multiarch) || !rules.may_keep_below(path)) at.disable_recursion_pending();
      else if (!may_list(path_text(at->path()))) scan.links.push_back(unreadable(subject, path));
    } else if (at->is_regular_file(ignored)) {
      const bool is_library = has_library_name(name);
      if ((!is_library && !name.ends_with(".a")) || !rules.decide(path).keep) continue;
      if (is_library) {
        scan.shared.push_back({.path = path, .size = at->file_size(ignored)});
        scan.names.emplace(name, parent(path));
      } else if (name.starts_with("lib")) {
        scan.archives.push_back(path);
      }
    }
  }
  if (code) scan.links.push_back(unreadable(subject, "/"));
  read_headers(subject, scan.shared);
  for (Finding& finding : links.findings()) scan.links.push_back(std::move(finding));
  return scan;
}

}  // namespace jetson
