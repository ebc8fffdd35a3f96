#include "sysroot/keep.h"

#include <algorithm>

#include "base/path.h"

namespace jetson {
namespace {

// Whether `parts` match the components that `path` begins with. Asked for every rule and entry, so nothing is allocated.
bool matches_beginning(const std::vector<std::string>& parts, std::string_view path) {
  for (const std::string& part : parts) {
    if (path.empty()) return false;
    const std::size_t end = std::min(path.find('/'), path.size());
    if (!matches_glob(part, path.substr(0, end))) return false;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return true;
}

}  // namespace

KeepRules::KeepRules(const std::vector<std::string>& keep, const std::vector<std::string>& leave_out) {
  for (const std::string& text : leave_out) rules_.push_back({text, components(text), false});
  for (const std::string& text : keep) rules_.push_back({text, components(text), true});
  // leave_out stands before keep where both are as deep.
  std::stable_sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) { return a.parts.size() > b.parts.size(); });
}

KeepRules::Verdict KeepRules::decide(std::string_view path) const {
  if (path.starts_with('/')) path.remove_prefix(1);
  for (const Rule& rule : rules_)
    if (matches_beginning(rule.parts, path)) return {rule.keep, rule.text};
  return {};
}

bool KeepRules::may_keep_below(std::string_view directory) const {
  if (decide(directory).keep) return true;
  const std::vector<std::string> parts = components(directory);
  const auto matches = [](const std::string& name, const std::string& pattern) { return matches_glob(pattern, name); };
  return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
    return rule.keep && rule.parts.size() > parts.size() && std::equal(parts.begin(), parts.end(), rule.parts.begin(), matches);
  });
}

}  // namespace jetson
