#include <algorithm>

#include "base/install_advice.h"
#include "doctor/patient.h"

namespace jetson {

// Whatever .pc files the sysroot has, our pkg-config must see them, and no others.
Findings try_pkg_config(const Patient& patient) {
  const Workbench bench(patient);
  std::string seen;
  const std::string fix = "install pkgconf (" + install_command(Package::kPkgConfig) + "), or set programs.pkg_config";
  if (auto finding = bench.fails("pkg-config", "a project that asks pkg-config", {patient.tool("pkg-config"), "--list-all"}, fix, &seen)) {
    finding->kind = Finding::Kind::kWarning;
    return {*finding};
  }
  const auto count = std::count(seen.begin(), seen.end(), '\n');
  std::string places;
  for (const std::string& place : patient.facts->pkg_config) places += (places.empty() ? "" : ":") + place;
  return {{.kind = Finding::Kind::kFact, .topic = "pkg-config", .what = "pkg-config sees " + std::to_string(count) + " packages of the sysroot", .where = places}};
}

}  // namespace jetson
