#include <cstdio>

#include "base/text.h"
#include "cli/progress_display.h"
#include "cli/verb.h"
#include "sysroot/stage.h"
#include "sysroot/unpack.h"

namespace jetson {
namespace {

struct SysrootUnpackOptions {
  UnpackRequest request;
  bool quiet = false;
};

void run(const SysrootUnpackOptions& options, Context& context) {
  UnpackRequest request = options.request;
  if (request.destination.empty()) {
    const auto settings = context.settings();
    if (!settings) return;
    request.destination = settings->sysroot.value;
    if (request.destination.empty())
      return context.fail({.what = "the settings name no sysroot", .where = settings->sysroot.origin, .fix = "name the folder to make", .more = {}});
  }
  while (request.destination.size() > 1 && request.destination.ends_with('/')) request.destination.pop_back();
  catch_interrupts();
  const auto progress = make_progress_display(options.quiet, context.environment);
  const auto report = unpack_sysroot(request, *progress);
  if (!report) {
    context.fail(report.error());
    if (const int signal = interrupted()) context.exit_code = 128 + signal;
    return;
  }
  char text[96];
  std::snprintf(text, sizeof text, ": %llu files, %.1f MB, as its manifest says\n", static_cast<unsigned long long>(report->files),
                static_cast<double>(report->bytes) / 1e6);
  if (options.quiet) return;
  std::string told = "unpacked " + request.destination + text;
  for (const std::string& remark : report->remarks) told += "  " + printable(remark) + "\n";
  write_all(1, told);
}

}  // namespace

void add_sysroot_unpack(CLI::App& sysroot, Context& context) {
  CLI::App& verb = *sysroot.add_subcommand("unpack", "Make the sysroot again that `pack` put into a file, each file compared with the manifest");
  const auto options = std::make_shared<SysrootUnpackOptions>();
  add_path(verb, "FILE", options->request.file, "What `sysroot pack` made")->required();
  add_path(verb, "DEST", options->request.destination, "The folder to make; the sysroot of the settings where none is named");
  verb.add_flag("--replace", options->request.replace, "Put it in the place of an existing DEST");
  verb.add_flag("-q,--quiet", options->quiet, "Say nothing but errors");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
