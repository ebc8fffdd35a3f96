#include <unistd.h>

#include <map>

#include "base/native_path.h"
#include "base/path.h"
#include "cli/findings.h"
#include "cli/sysroot_report.h"
#include "cli/verb.h"
#include "sysroot/check.h"

namespace jetson {
namespace {

constexpr int kMostOfAKind = 10;

std::string counted(std::size_t count, const std::string& word) { return std::to_string(count) + " " + word + (count == 1 ? "" : "s"); }

struct SysrootCheckOptions {
  std::string directory, prefix = "aarch64-jetson";
  bool json = false;
};

void run(const SysrootCheckOptions& options, Context& context) {
  const auto settings = context.settings(options.prefix);
  if (!settings) return;
  const bool by_settings = options.directory.empty();
  const std::string named = by_settings ? settings->sysroot.value : options.directory;
  const HostDisk disk;
  const std::string directory = absolute_text(named);
  if (!disk.info(directory + "/usr").is_directory())
    return context.fail({.what = disk.info(directory).kind != FileInfo::Kind::kMissing ? "this is no sysroot, it has no folder usr: " + directory : "sysroot does not exist: " + directory,
                         .where = !by_settings ? "" : settings->sysroot.origin.empty() ? "the built-in default (sysroot)" : settings->sysroot.origin + " (sysroot)",
                         .fix = "run `aarch64-jetson sysroot make`, or name the folder that holds usr, lib and etc",
                         .more = {}});
  const Findings findings = check_sysroot({.directory = directory,
                                           .settings = *settings,
                                           .tools = parent(context.executable),
                                           .environment = context.environment,
                                           .prefix = options.prefix});
  write_all(1, options.json ? findings_json(findings) : sysroot_report(findings, isatty(1) != 0, context.environment));
  if (has_problem(findings)) context.exit_code = 1;
}

}  // namespace

std::string sysroot_report(const Findings& findings, bool is_terminal, const Environment& environment) {
  std::map<std::pair<std::string, Finding::Kind>, int> seen;
  Findings shown;
  std::size_t hidden = 0, problems = 0, warnings = 0;
  for (const Finding& finding : findings) {
    problems += finding.kind == Finding::Kind::kProblem;
    warnings += finding.kind == Finding::Kind::kWarning;
    if (++seen[{finding.topic, finding.kind}] <= kMostOfAKind) shown.push_back(finding);
    else ++hidden;
  }
  std::string text = findings_table(shown, is_terminal, environment);
  if (hidden > 0) text += std::to_string(hidden) + " more are of the same kinds; --json lists all\n";
  if (problems + warnings > 0) text += counted(problems, "problem") + ", " + counted(warnings, "warning") + "\n";
  return text;
}

void add_sysroot_check(CLI::App& sysroot, Context& context) {
  CLI::App& verb = *sysroot.add_subcommand("check", "Tell what a sysroot holds, and what in it would make a build fail");
  verb.footer("Exit code: 0 where builds work, warnings or not; 1 where one would fail, or give something else than it should.");
  const auto options = std::make_shared<SysrootCheckOptions>();
  add_path(verb, "DIR", options->directory, "The sysroot (default: that of the settings)");
  verb.add_flag("--json", options->json, "For programs");
  verb.add_option("--name", options->prefix, "The prefix of the tools and of the settings file")->default_str("aarch64-jetson");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
