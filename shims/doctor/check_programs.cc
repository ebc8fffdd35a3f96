// The programs behind our tools, and those beside them.
#include <cstdlib>

#include "base/install_advice.h"
#include "doctor/patient.h"
#include "forward/programs.h"

namespace jetson {
namespace {

constexpr int kOldestRelease = 14;  // knows --start-no-unused-arguments

Finding as_finding(Finding::Kind kind, const std::string& topic, const Error& error) {
  return {.kind = kind, .topic = topic, .what = error.what, .where = error.where, .fix = error.fix};
}

// A fact with its version, or a problem where it does not run.
Finding look_at(const Patient& patient, const std::string& topic, const std::string& program) {
  const auto line = patient.version_line(program);
  // pkgconf says its number alone.
  const std::string version = version_in(line.value_or(""));
  if (line) return {.kind = Finding::Kind::kFact, .topic = topic, .what = version == *line ? topic + " " + version : *line, .where = program, .version = version};
  return {.kind = Finding::Kind::kProblem,
          .topic = topic,
          .what = "`" + topic + " --version` does not run",
          .where = program,
          .fix = "install it again, or name another in the settings"};
}

void check_optional(const Patient& patient, Findings& findings, const std::string& topic, std::initializer_list<const char*> names,
                    const std::string& without, const std::string& fix) {
  for (const char* name : names)
    if (const auto program = patient.on_path(name)) return findings.push_back(look_at(patient, topic, *program));
  findings.push_back({.kind = Finding::Kind::kWarning, .topic = topic, .what = topic + " is not on PATH: " + without, .where = "PATH", .fix = fix});
}

}  // namespace

Findings check_programs(const Patient& patient) {
  Findings findings;
  const Programs programs(patient.settings, patient.request.environment, patient.disk, patient.tool("clang"));
  constexpr auto kProblem = Finding::Kind::kProblem;

  std::string clang_version;
  if (const auto clang = programs.clang()) {
    findings.push_back(look_at(patient, "clang", clang->front()));
    clang_version = findings.back().version;
    if (!clang_version.empty() && std::atoi(clang_version.c_str()) < kOldestRelease)
      findings.push_back({.kind = kProblem, .topic = "clang", .what = "clang " + clang_version + " is too old", .where = clang->front(),
                          .fix = "install clang " + std::to_string(kOldestRelease) + " or newer, or set programs.clang"});
  } else {
    findings.push_back(as_finding(kProblem, "clang", clang.error()));
  }

  if (const auto lld = programs.lld()) {
    findings.push_back(look_at(patient, "lld", lld->front()));
    const std::string version = findings.back().version;
    if (!clang_version.empty() && !version.empty() && std::atoi(version.c_str()) != std::atoi(clang_version.c_str()))
      findings.push_back({.kind = Finding::Kind::kWarning,
                          .topic = "lld",
                          .what = "lld " + version + " stands beside clang " + clang_version + ": link-time optimization needs the same LLVM",
                          .where = lld->front(),
                          .fix = "install lld-" + std::to_string(std::atoi(clang_version.c_str())) + ", or set programs.lld"});
  } else {
    findings.push_back(as_finding(kProblem, "lld", lld.error()));
  }

  if (const auto ar = programs.llvm_tool("llvm-ar", patient.settings.programs.ar, "programs.ar"))
    findings.push_back({.kind = Finding::Kind::kFact, .topic = "llvm-ar", .what = "llvm-ar", .where = ar->front()});
  else
    findings.push_back(as_finding(kProblem, "llvm-ar", ar.error()));

  // Builds without it are many; those that need it say so.
  if (const auto pkg_config = programs.pkg_config()) findings.push_back(look_at(patient, "pkg-config", pkg_config->front()));
  else findings.push_back(as_finding(Finding::Kind::kWarning, "pkg-config", pkg_config.error()));

  check_optional(patient, findings, "qemu", {"qemu-aarch64-static", "qemu-aarch64"}, "what is built cannot be tried on this machine",
                 "install it (" + install_command(Package::kQemu) + ")");
  check_optional(patient, findings, "cmake", {"cmake"}, "projects that use it do not build", "install it (" + install_command(Package::kCMake) + ")");
  return findings;
}

}  // namespace jetson
