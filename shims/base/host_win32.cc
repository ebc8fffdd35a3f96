#include <algorithm>
#include <utility>

#include "base/host.h"
#include "base/path.h"

namespace jetson {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool is_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool ends_in(std::string_view path, std::string_view ending) {
  return path.size() >= ending.size() && is_same(path.substr(path.size() - ending.size()), ending);
}

}  // namespace

const char kListSeparator = ';';
const std::string_view kProgramEnding = ".exe";
const std::string_view kHomeVariable = "USERPROFILE";
const bool kFollowsLinksFirst = false;
const bool kNvccIsForLinux = false;

// clang, lld, CMake and cargo take "/", and "\" would escape the next character in TOML, in response files and in makefiles.
std::string from_host_path(std::string_view path) {
  // The form for paths of more than 260 characters, in which Windows itself takes no "/".
  constexpr std::string_view kLong = "\\\\?\\", kLongShare = "\\\\?\\UNC\\";
  std::string text(path);
  if (path.starts_with(kLongShare)) text = "\\\\" + text.substr(kLongShare.size());
  else if (path.starts_with(kLong)) text.erase(0, kLong.size());
  std::replace(text.begin(), text.end(), '\\', '/');
  return text;
}

std::size_t root_length(std::string_view path) {
  if (path.size() >= 3 && is_letter(path[0]) && path[1] == ':' && path[2] == '/') return 3;
  // "/x" lies on the current drive; as a path of the board it is what "/x" is everywhere.
  return path.starts_with("//") ? 2 : path.starts_with('/') ? 1 : 0;
}

// A folder with a ";" in its name stands in quotes. An empty part says nothing.
std::vector<std::string> path_folders(const Environment& environment) {
  std::vector<std::string> folders;
  std::string folder;
  bool is_quoted = false;
  for (const char c : environment.get("PATH").value_or("") + kListSeparator) {
    if (c == '"') is_quoted = !is_quoted;
    else if (c != kListSeparator || is_quoted) folder += c;
    else if (!folder.empty()) folders.push_back(from_host_path(std::exchange(folder, {})));
  }
  return folders;
}

std::string with_program_ending(std::string_view program) {
  return std::string(program).append(ends_in(program, kProgramEnding) ? "" : kProgramEnding);
}

bool is_batch_file(std::string_view path) { return ends_in(path, ".bat") || ends_in(path, ".cmd"); }

bool is_same_variable(std::string_view a, std::string_view b) { return is_same(a, b); }

std::optional<std::string> settings_home(const Environment& environment) {
  if (const auto folder = environment.get_nonempty("APPDATA")) return from_host_path(*folder);
  if (const auto home = environment.get_nonempty(kHomeVariable)) return join(from_host_path(*home), "AppData/Roaming");
  return std::nullopt;
}

}  // namespace jetson
