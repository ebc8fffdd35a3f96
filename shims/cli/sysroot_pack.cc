#include <cstdio>

#include "cli/progress_display.h"
#include "cli/verb.h"
#include "sysroot/pack.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

struct SysrootPackOptions {
  PackRequest request;
  bool quiet = false;
};

std::string print_report(const PackRequest& request, const PackReport& report) {
  char text[128];
  std::snprintf(text, sizeof text, "%llu files, %.1f MB in %.1f MB\n", static_cast<unsigned long long>(report.files),
                static_cast<double>(report.bytes) / 1e6, static_cast<double>(report.size) / 1e6);
  std::string all = "packed " + request.file + ": " + text;
  if (report.passed_over > 0) all += "  passed over " + std::to_string(report.passed_over) + " devices, sockets and FIFOs\n";
  return all;
}

void run(const SysrootPackOptions& options, Context& context) {
  PackRequest request = options.request;
  while (request.sysroot.size() > 1 && request.sysroot.ends_with('/')) request.sysroot.pop_back();
  catch_interrupts();
  const auto progress = make_progress_display(options.quiet, context.environment);
  const auto report = pack_sysroot(request, *progress);
  if (!report) {
    context.fail(report.error());
    if (const int signal = interrupted()) context.exit_code = 128 + signal;
    return;
  }
  if (!options.quiet) write_all(1, print_report(request, *report));
}

}  // namespace

void add_sysroot_pack(CLI::App& sysroot, Context& context) {
  CLI::App& verb = *sysroot.add_subcommand("pack", "Pack a sysroot into one file, with a manifest of sha256 sums; the same tree gives the same bytes");
  const auto options = std::make_shared<SysrootPackOptions>();
  add_path(verb, "DIR", options->request.sysroot, "The sysroot")->required();
  add_path(verb, "FILE", options->request.file, "NAME.tar.zst: soon done; NAME.tar.xz: smaller, read by xz 5.4 and newer")->required();
  verb.add_flag("--smallest", options->request.smallest, "FILE is a .tar.xz: a fifth smaller, and takes many times as long");
  verb.add_flag("--replace", options->request.replace, "Put it in the place of an existing FILE");
  verb.add_flag("-q,--quiet", options->quiet, "Say nothing but errors");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
