#include "settings/locate.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;
using Paths = std::vector<std::string>;

TEST_CASE("where settings are looked for") {
  const std::string tool = "/p/bin/aarch64-jetson-clang";
  CHECK(settings_candidates("x", Environment({"HOME=/h"}), tool) == Paths{"/h/.config/aarch64-jetson/x.toml", "/p/etc/x.toml"});
  CHECK(settings_candidates("x", Environment({"HOME=/h", "XDG_CONFIG_HOME=/c"}), tool) == Paths{"/c/aarch64-jetson/x.toml", "/p/etc/x.toml"});
  // The XDG specification: relative paths are to be ignored.
  CHECK(settings_candidates("x", Environment({"HOME=/h", "XDG_CONFIG_HOME=c"}), tool) == Paths{"/h/.config/aarch64-jetson/x.toml", "/p/etc/x.toml"});
  // Never a relative path: that would be the working directory.
  CHECK(settings_candidates("x", Environment({"HOME=h"}), tool) == Paths{"/p/etc/x.toml"});
  CHECK(settings_candidates("x", Environment(), "") == Paths{});
}
