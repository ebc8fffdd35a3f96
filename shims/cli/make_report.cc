#include "cli/make_report.h"

#include <unistd.h>

#include <cstdio>

#include "base/native_path.h"
#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/sysroot_report.h"
#include "sysroot/check.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

std::string human(std::uint64_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

std::string make_report_text(const std::string& destination, const MakeReport& report) {
  std::string text = "made " + destination + ": " + std::to_string(report.files) + " files, " + human(report.bytes) + "\n";
  for (const auto& [rule, entries, bytes] : report.left_out)
    text += "  left out " + printable(rule) + ": " + std::to_string(entries) + " entries, " + human(bytes) + "\n";
  if (report.mended.made_relative > 0) text += "  " + std::to_string(report.mended.made_relative) + " links made relative\n";
  if (report.mended.dangling_removed > 0)
    text += "  " + std::to_string(report.mended.dangling_removed) + " links removed that led nowhere or to what was left out\n";
  if (report.shared) text += "  " + std::to_string(*report.shared) + " files are those of the source, not copies\n";
  for (const std::string& told : report.mended.told) text += "  " + printable(told) + "\n";
  for (const std::string& remark : report.remarks) text += "  " + printable(remark) + "\n";
  return text;
}

// What was asked for is in place by now: findings are told, and are no failure of this verb.
void check(const std::string& destination, const Settings& settings, const Context& context) {
  Findings findings = check_sysroot({.directory = absolute_text(destination),
                                     .settings = settings,
                                     .tools = parent(context.executable),
                                     .environment = context.environment});
  std::erase_if(findings, [](const Finding& finding) { return finding.kind == Finding::Kind::kFact; });
  write_all(1, sysroot_report(findings, isatty(1) != 0, context.environment));
}

}  // namespace

void tell_made(const std::string& destination, const Result<MakeReport>& report, const Settings& settings, bool quiet, Context& context) {
  if (!report) {
    context.fail(report.error());
    if (const int signal = interrupted()) context.exit_code = 128 + signal;
    return;
  }
  if (quiet) return;
  write_all(1, make_report_text(destination, *report));
  check(destination, settings, context);
}

}  // namespace jetson
