#include "forward/sysroot.h"

#include <algorithm>

#include "base/path.h"

namespace jetson {
namespace {

constexpr int kMostLinksInPath = 40;  // as Linux counts them

}  // namespace

std::string Sysroot::on_host(std::string_view target_path) const {
  if (!path_.ends_with('/')) return path_ + std::string(target_path);
  return path_.substr(0, path_.size() - 1) + std::string(target_path);
}

const Entry& Sysroot::entry(const std::string& target_path) const {
  const auto [place, is_new] = entries_.try_emplace(target_path);
  if (is_new) place->second = disk_.entry(on_host(target_path));
  return place->second;
}

std::optional<std::string> Sysroot::resolve(std::string_view target_path) const {
  std::vector<std::string> todo = components(target_path);
  std::reverse(todo.begin(), todo.end());
  std::string done;
  int links = 0;
  while (!todo.empty()) {
    const std::string part = std::move(todo.back());
    todo.pop_back();
    if (part == "..") {
      done.resize(done.empty() ? 0 : done.rfind('/'));
      continue;
    }
    const std::string next = done + "/" + part;
    const auto& [exists, target] = entry(next);
    if (!exists) return std::nullopt;
    if (!target) {
      done = next;
      continue;
    }
    if (++links > kMostLinksInPath) return std::nullopt;
    if (is_absolute(*target)) done.clear();
    // Not components(): a ".." in a link counts from where the link really lies.
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < target->size();) {
      const std::size_t end = std::min(target->find('/', i), target->size());
      if (const std::string word = target->substr(i, end - i); !word.empty() && word != ".") parts.push_back(word);
      i = end + 1;
    }
    todo.insert(todo.end(), parts.rbegin(), parts.rend());
  }
  return done.empty() ? "/" : done;
}

bool Sysroot::has_file(std::string_view target_path) const {
  const auto path = resolve(target_path);
  return path && disk_.info(on_host(*path)).is_file();
}

bool Sysroot::has_directory(std::string_view target_path) const {
  const auto path = resolve(target_path);
  return path && disk_.info(on_host(*path)).is_directory();
}

std::vector<std::string> Sysroot::match(std::string_view pattern) const {
  std::vector<std::string> paths{""};
  for (const std::string& part : components(pattern)) {
    std::vector<std::string> longer;
    for (const std::string& path : paths) {
      if (part.find('*') == std::string::npos) {
        longer.push_back(path + "/" + part);
        continue;
      }
      const auto directory = resolve(path);
      if (!directory) continue;
      std::vector<std::string> names = disk_.list(on_host(*directory));
      std::erase_if(names, [&](const std::string& name) { return !matches_glob(part, name); });
      std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return version_less(b, a); });
      for (const std::string& name : names) longer.push_back(path + "/" + name);
    }
    paths = std::move(longer);
  }
  return paths;
}

std::vector<std::string> Sysroot::find(const Directories& wanted) const {
  std::vector<std::string> found;
  const auto add = [&](const std::string& path) {
    const auto directory = resolve(path);
    if (!directory || !disk_.info(on_host(*directory)).is_directory()) return false;
    if (std::find(found.begin(), found.end(), *directory) == found.end()) found.push_back(*directory);
    return true;
  };
  for (const Words& choices : wanted) {
    // One pattern alone stands for all that match it; among several, the first match of the first that matches counts.
    const bool only_first = choices.size() > 1;
    bool done = false;
    for (const std::string& pattern : choices) {
      for (const std::string& path : match(pattern)) {
        done = add(path) && only_first;
        if (done) break;
      }
      if (done) break;
    }
  }
  return found;
}

Sysroot::Gcc Sysroot::find_gcc(std::string_view multiarch) const {
  const std::string root = "/usr/lib/gcc/" + std::string(multiarch);
  std::vector<std::string> versions = disk_.list(on_host(root));
  std::sort(versions.begin(), versions.end(), [](const auto& a, const auto& b) { return version_less(b, a); });
  Gcc highest;
  for (const std::string& version : versions) {
    const std::string directory = root + "/" + version;
    // Clang counts a directory only if it holds the start files (Gnu.cpp, ScanLibDirForGCCTriple).
    if (!has_file(directory + "/crtbegin.o")) continue;
    if (has_file(directory + "/libstdc++.so") || has_file(directory + "/libstdc++.a"))
      return {directory, highest.directory.empty()};
    if (highest.directory.empty()) highest.directory = directory;
  }
  return highest;
}

}  // namespace jetson
