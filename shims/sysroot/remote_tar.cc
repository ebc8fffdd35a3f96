#include "sysroot/remote_tar.h"

#include <algorithm>
#include <charconv>

#include "base/path.h"

namespace jetson {
namespace {

std::string quote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

// For the shell to expand: all but the stars is quoted.
std::string shell_pattern(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    out += out.empty() ? "" : "/";
    for (std::size_t start = 0; start <= part.size();) {
      const std::size_t star = std::min(part.find('*', start), part.size());
      if (star > start) out += quote(part.substr(start, star - start));
      if (star < part.size()) out += "*";
      start = star + 1;
    }
  }
  return out.empty() ? "*" : out;
}

// For tar's --wildcards, whose only special character is to be the star.
std::string tar_pattern(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    out += out.empty() ? "" : "/";
    for (const char c : part) out += (c == '?' || c == '[' || c == ']' || c == '\\' ? "\\" : "") + std::string(1, c);
  }
  return out;
}

// Whether all that `inner` matches lies below what `outer` matches.
bool covers(const KeepRules::Rule& outer, const KeepRules::Rule& inner) {
  if (outer.parts.size() >= inner.parts.size()) return false;
  for (std::size_t i = 0; i < outer.parts.size(); ++i)
    if (!matches_glob(outer.parts[i], inner.parts[i])) return false;
  return true;
}

// Whether what `rule` keeps may lie at or below what `left_out` matches.
bool may_lie_in(const KeepRules::Rule& rule, const KeepRules::Rule& left_out) {
  if (left_out.parts.size() > rule.parts.size()) return false;
  for (std::size_t i = 0; i < left_out.parts.size(); ++i) {
    const bool are_patterns = rule.parts[i].find('*') != std::string::npos && left_out.parts[i].find('*') != std::string::npos;
    if (!are_patterns && !matches_glob(left_out.parts[i], rule.parts[i]) && !matches_glob(rule.parts[i], left_out.parts[i])) return false;
  }
  return true;
}

// Whether tar comes by itself to what `rule` keeps, walking another kept folder with nothing left out on the way.
bool is_walked_already(const KeepRules::Rule& rule, const std::vector<KeepRules::Rule>& rules) {
  return std::any_of(rules.begin(), rules.end(), [&](const KeepRules::Rule& kept) {
    return kept.keep && covers(kept, rule) && std::none_of(rules.begin(), rules.end(), [&](const KeepRules::Rule& left_out) {
             return !left_out.keep && left_out.parts.size() >= kept.parts.size() && may_lie_in(rule, left_out);
           });
  });
}

}  // namespace

Result<RemotePlace> parse_ssh_address(std::string_view text) {
  const Error wrong{.what = "not an address for ssh: " + std::string(text),
                    .where = {},
                    .fix = "write ssh://user@host/ or ssh://user@host:port/",
                    .more = {}};
  text.remove_prefix(std::string_view("ssh://").size());
  const std::size_t slash = std::min(text.find('/'), text.size());
  RemotePlace place{.host = std::string(text.substr(0, slash)), .port = {}, .directory = normal(text.substr(slash))};
  const std::size_t at = place.host.rfind('@');
  const std::size_t name = at == std::string::npos ? 0 : at + 1;
  const std::size_t bracket = place.host.find(']', name);
  if (const std::size_t colon = place.host.find(':', bracket == std::string::npos ? name : bracket); colon != std::string::npos) {
    place.port = place.host.substr(colon + 1);
    place.host.resize(colon);
    unsigned port = 0;
    const char* const end = place.port.data() + place.port.size();
    if (const auto read = std::from_chars(place.port.data(), end, port); read.ec != std::errc() || read.ptr != end || port == 0 || port > 65535)
      return wrong;
  }
  if (bracket != std::string::npos) {
    if (place.host[name] != '[' || bracket + 1 != place.host.size()) return wrong;
    place.host = place.host.substr(0, name) + place.host.substr(name + 1, bracket - name - 1);
  }
  // ssh would take a host that starts with "-" for an option.
  if (place.host.size() <= name || place.host.front() == '-' || place.host.front() == '@' || place.host[name] == '-') return wrong;
  return place;
}

std::string build_remote_tar(const KeepRules& rules, std::string_view directory) {
  std::string kept, left_out;
  for (const KeepRules::Rule& rule : rules.rules()) {
    if (!rule.keep) left_out += " --exclude=" + quote(tar_pattern(rule.parts));
    else if (!is_walked_already(rule, rules.rules())) kept += " " + shell_pattern(rule.parts);
  }
  std::string script = "LC_ALL=C; export LC_ALL\n";
  script += "cd " + quote(directory) + " 2>/dev/null || exit " + std::to_string(kNoDirectory) + "\n";
  script += "command -v tar >/dev/null || exit " + std::to_string(kNoTar) + "\n";
  script += "set --\n";
  script += "for kept in" + kept + "; do\n  if [ -e \"$kept\" ] || [ -L \"$kept\" ]; then set -- \"$@\" \"$kept\"; fi\ndone\n";
  script += "[ $# != 0 ] || exit " + std::to_string(kNothingKept) + "\n";
  script += "case $(tar --version 2>/dev/null) in\n";
  // Excludes that hold for the very name only, so that a kept folder below a left-out one can be named beside it.
  script += "*GNU*) exec tar --create --file=- --sparse --anchored --wildcards --no-wildcards-match-slash --no-recursion" + left_out +
            " --recursion -- \"$@\" ;;\n";
  script += "*) exec tar -cf - -- \"$@\" ;;\nesac\n";
  return script;
}

}  // namespace jetson
