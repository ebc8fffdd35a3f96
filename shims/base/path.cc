#include "base/path.h"

#include <algorithm>

#include "base/host.h"

namespace jetson {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The run of digits at `text[i]`, without leading zeros; `i` moves behind it.
std::string_view digits_at(std::string_view text, std::size_t& i) {
  while (i < text.size() && text[i] == '0') ++i;
  const std::size_t first = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  return text.substr(first, i - first);
}

}  // namespace

std::string_view file_name(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string parent(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(path.substr(0, std::max(slash, root_length(path))));
}

bool is_absolute(std::string_view path) { return root_length(path) > 0; }

std::string join(std::string_view a, std::string_view b) {
  if (is_absolute(b) || a.empty()) return std::string(b);
  std::string path(a);
  if (!path.ends_with('/')) path += '/';
  return path.append(b);
}

std::vector<std::string> components(std::string_view path) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i <= path.size();) {
    std::size_t end = path.find('/', i);
    if (end == std::string_view::npos) end = path.size();
    const std::string_view part = path.substr(i, end - i);
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.emplace_back(part);
    }
    i = end + 1;
  }
  return parts;
}

std::string normal(std::string_view path) {
  const std::size_t root = root_length(path);
  std::string text(root > 0 ? path.substr(0, root) : "/");
  const std::size_t top = text.size();
  for (const std::string& part : components(path.substr(root))) text.append(text.size() > top ? "/" : "").append(part);
  return text;
}

bool is_within(std::string_view path, std::string_view root) {
  if (root == "/") return true;
  return path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

bool matches_glob(std::string_view pattern, std::string_view name) {
  // Of several stars only the last need give way, or a pattern full of them would take for ever.
  std::size_t p = 0, n = 0, star = std::string_view::npos, star_end = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_end = n;
    } else if (p < pattern.size() && pattern[p] == name[n]) {
      ++p, ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++star_end;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

bool version_less(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const std::string_view x = digits_at(a, i), y = digits_at(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else if (a[i] != b[j]) {
      return a[i] < b[j];
    } else {
      ++i, ++j;
    }
  }
  return a.size() - i < b.size() - j;
}

}  // namespace jetson
