#include "sysroot/keep.h"

#include <algorithm>

#include "base/path.h"

namespace jetson {
namespace {

// Whether `parts` matches the first of `path`'s components.
bool matches_beginning(const std::vector<std::string>& parts, const std::vector<std::string>& path, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    if (!matches_glob(parts[i], path[i])) return false;
  return true;
}

}  // namespace

KeepRules::KeepRules(std::vector<std::string> keep, std::vector<std::string> leave_out) {
  for (std::string& text : leave_out) rules_.push_back({text, components(text), false});
  for (std::string& text : keep) rules_.push_back({text, components(text), true});
  // leave_out stands before keep where both are as deep.
  std::stable_sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) { return a.parts.size() > b.parts.size(); });
}

KeepRules::Verdict KeepRules::decide(std::string_view path) const {
  const std::vector<std::string> parts = components(path);
  for (const Rule& rule : rules_)
    if (rule.parts.size() <= parts.size() && matches_beginning(rule.parts, parts, rule.parts.size())) return {rule.keep, rule.text};
  return {};
}

bool KeepRules::may_keep_below(std::string_view directory) const {
  if (decide(directory).keep) return true;
  const std::vector<std::string> parts = components(directory);
  return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
    return rule.keep && rule.parts.size() > parts.size() && matches_beginning(rule.parts, parts, parts.size());
  });
}

}  // namespace jetson
