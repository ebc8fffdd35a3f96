#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "base/path.h"
#include "base/text.h"
#include "cli/progress_display.h"
#include "cli/sysroot_report.h"
#include "cli/verb.h"
#include "sysroot/check.h"
#include "sysroot/make.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

std::string human(std::uint64_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

std::string print_report(const MakeRequest& request, const MakeReport& report) {
  std::string text = "made " + request.destination + ": " + std::to_string(report.files) + " files, " + human(report.bytes) + "\n";
  for (const auto& [rule, entries, bytes] : report.left_out)
    text += "  left out " + printable(rule) + ": " + std::to_string(entries) + " entries, " + human(bytes) + "\n";
  if (report.mended.made_relative > 0) text += "  " + std::to_string(report.mended.made_relative) + " links made relative\n";
  if (report.mended.dangling_removed > 0)
    text += "  " + std::to_string(report.mended.dangling_removed) + " links removed that led nowhere or to what was left out\n";
  for (const std::string& told : report.mended.told) text += "  " + printable(told) + "\n";
  for (const std::string& remark : report.remarks) text += "  " + printable(remark) + "\n";
  return text;
}

struct Options {
  std::string source, destination;
  bool replace = false, quiet = false;
};

// What was asked for is in place by now: findings are told, and are no failure of this verb.
void check(const std::string& destination, const Settings& settings, const Context& context) {
  std::error_code code;
  Findings findings = check_sysroot({.directory = std::filesystem::absolute(destination, code).string(),
                                     .settings = settings,
                                     .tools = parent(context.executable),
                                     .environment = context.environment});
  std::erase_if(findings, [](const Finding& finding) { return finding.kind == Finding::Kind::kFact; });
  write_all(1, sysroot_report(findings, isatty(1) != 0, context.environment));
}

void run(const Options& options, Context& context) {
  const auto settings = context.settings();
  if (!settings) return;
  std::string destination = options.destination;
  while (destination.size() > 1 && destination.ends_with('/')) destination.pop_back();
  const MakeRequest request{.source = options.source,
                            .destination = destination,
                            .rules = KeepRules(settings->contents.keep.value, settings->contents.leave_out.value),
                            .replace = options.replace};
  catch_interrupts();
  const auto progress = make_progress_display(options.quiet, context.environment);
  const auto report = make_sysroot(request, *progress);
  if (!report) {
    context.fail(report.error());
    if (const int signal = interrupted()) context.exit_code = 128 + signal;
    return;
  }
  if (options.quiet) return;
  write_all(1, print_report(request, *report));
  check(destination, *settings, context);
}

}  // namespace

void add_sysroot_make(CLI::App& sysroot, Context& context) {
  CLI::App& verb = *sysroot.add_subcommand("make", "Make a sysroot from a root filesystem: a directory, a tar archive, a disk image or a running board");
  verb.footer("At the end what `aarch64-jetson sysroot check` finds wrong is told (not with --quiet). Exit code: 0 once DEST is in place, whatever "
              "was found: a script that wants to stop there runs `aarch64-jetson sysroot check DEST` next, which then exits 1.");
  const auto options = std::make_shared<Options>();
  verb.add_option("SOURCE", options->source, "A directory, or a tar archive or disk image (plain, gz, bz2, xz, zst; an image in a zip too), or ssh://[user@]host[:port]/")->required();
  verb.add_option("DEST", options->destination, "The folder to make")->required();
  verb.add_flag("--replace", options->replace, "Put it in the place of an existing DEST");
  verb.add_flag("-q,--quiet", options->quiet, "Say nothing but errors");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
