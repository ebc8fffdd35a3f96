#include "forward/flags/flags.h"

namespace jetson {

void add_settings_flags(DriverBuild& build) {
  const DriverCall& asked = build.asked;
  const auto& flags = build.call.settings.flags;
  const auto add = [&](const Setting<Words>& setting, std::string_view key) {
    for (const std::string& flag : setting.value) build.first.push_back({flag, origin_of(setting, key)});
  };
  add(flags.compile, "flags.compile");
  // A call that compiles both takes neither: -std=gnu17 is an error for C++.
  const bool is_cxx = asked.compiles_cxx || (asked.is_cxx_driver && asked.links());
  if (asked.compiles_c && !asked.compiles_cxx) add(flags.c, "flags.c");
  if (is_cxx && !asked.compiles_c) add(flags.cxx, "flags.cxx");
  if (asked.links()) add(flags.link, "flags.link");
}

}  // namespace jetson
