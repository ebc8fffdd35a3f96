#include "base/environment.h"

#include <algorithm>

#include "base/host.h"

namespace jetson {
namespace {

bool names(const std::string& line, std::string_view name) {
  return line.size() > name.size() && line[name.size()] == '=' && is_same_variable(std::string_view(line).substr(0, name.size()), name);
}

}  // namespace

std::optional<std::string> Environment::get(std::string_view name) const {
  for (const std::string& line : lines_)
    if (names(line, name)) return line.substr(name.size() + 1);
  return std::nullopt;
}

std::optional<std::string> Environment::get_nonempty(std::string_view name) const {
  auto value = get(name);
  if (value && value->empty()) value.reset();
  return value;
}

void Environment::set(std::string_view name, std::string_view value) {
  remove(name);
  lines_.push_back(std::string(name).append("=").append(value));
}

bool Environment::remove(std::string_view name) {
  return std::erase_if(lines_, [&](const std::string& line) { return names(line, name); }) > 0;
}

}  // namespace jetson
