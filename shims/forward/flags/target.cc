#include "forward/flags/flags.h"

namespace jetson {

bool DriverBuild::is_for_board() const {
  const std::string& triple = asked.target ? *asked.target : call.settings.triple.value;
  return triple.starts_with("aarch64") || triple.starts_with("arm64");
}

void add_target(DriverBuild& build) {
  const Settings& settings = build.call.settings;
  build.first.push_back({"--target=" + settings.triple.value, origin_of(settings.triple, "triple")});
  build.first.push_back({"--sysroot=" + settings.sysroot.value, origin_of(settings.sysroot, "sysroot")});
  if (!settings.resource_dir.value.empty() && !build.asked.has_resource_dir)
    build.first.push_back({"-resource-dir=" + settings.resource_dir.value, origin_of(settings.resource_dir, "resource_dir")});
}

}  // namespace jetson
