#include <algorithm>

#include "base/host.h"
#include "base/path.h"

namespace jetson {
namespace {

// What execvp takes where PATH is not set, with /usr/local before it.
constexpr std::string_view kDefaultPath = "/usr/local/bin:/usr/bin:/bin";

}  // namespace

const char kListSeparator = ':';
const std::string_view kProgramEnding;
const std::string_view kHomeVariable = "HOME";
const bool kFollowsLinksFirst = true;
const bool kNvccIsForLinux = true;

std::string from_host_path(std::string_view path) { return std::string(path); }

std::size_t root_length(std::string_view path) { return path.starts_with('/') ? 1 : 0; }

// An empty part of PATH is the working directory, as for every shell.
std::vector<std::string> path_folders(const Environment& environment) {
  const std::string list = environment.get_nonempty("PATH").value_or(std::string(kDefaultPath));
  std::vector<std::string> folders;
  for (std::size_t i = 0; i <= list.size();) {
    const std::size_t end = std::min(list.find(kListSeparator, i), list.size());
    folders.push_back(end == i ? "." : list.substr(i, end - i));
    i = end + 1;
  }
  return folders;
}

std::string with_program_ending(std::string_view program) { return std::string(program); }

bool is_batch_file(std::string_view) { return false; }

bool is_same_variable(std::string_view a, std::string_view b) { return a == b; }

// The XDG specification: a relative path is to be ignored.
std::optional<std::string> settings_home(const Environment& environment) {
  if (auto folder = environment.get_nonempty("XDG_CONFIG_HOME"); folder && is_absolute(*folder)) return folder;
  if (const auto home = environment.get_nonempty(kHomeVariable)) return join(*home, ".config");
  return std::nullopt;
}

}  // namespace jetson
