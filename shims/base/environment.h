// The environment as a value: what came in, and what the program we become will see.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jetson {

class Environment {
 public:
  Environment() = default;
  // "NAME=value" lines, as in `environ`.
  explicit Environment(std::vector<std::string> lines) : lines_(std::move(lines)) {}

  // Nothing where unset. An empty value is a value.
  std::optional<std::string> get(std::string_view name) const;
  // Nothing where unset or empty: what most settings by environment mean.
  std::optional<std::string> get_nonempty(std::string_view name) const;
  void set(std::string_view name, std::string_view value);
  // Whether it was there.
  bool remove(std::string_view name);

  const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
};

}  // namespace jetson
