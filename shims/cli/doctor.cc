#include "doctor/doctor.h"

#include <unistd.h>

#include "cli/findings.h"
#include "cli/sysroot_report.h"
#include "cli/verb.h"

namespace jetson {
namespace {

struct DoctorOptions {
  bool json = false;
  std::string prefix = "aarch64-jetson";
};

void run(const DoctorOptions& options, Context& context) {
  const Findings findings = diagnose({.prefix = options.prefix, .executable = context.executable, .environment = context.environment});
  write_all(1, options.json ? findings_json(findings) : sysroot_report(findings, isatty(1) != 0, context.environment));
  if (has_problem(findings)) context.exit_code = 1;
}

}  // namespace

void add_doctor(CLI::App& app, Context& context) {
  CLI::App& verb = *app.add_subcommand("doctor", "Tell what this machine builds with, from PATH to programs that ran, and what is wrong with it");
  verb.footer("Exit code: 0 where builds work, warnings or not; 1 where one would fail, or give something else than it should.");
  const auto options = std::make_shared<DoctorOptions>();
  verb.add_flag("--json", options->json, "For programs");
  verb.add_option("--name", options->prefix, "The prefix of the tools and of the settings file")->default_str("aarch64-jetson");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
