#include "cli/make_report.h"
#include "cli/progress_display.h"
#include "cli/verb.h"
#include "sysroot/make.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

struct SysrootMakeOptions {
  std::string source, destination;
  bool replace = false, hardlink = false, quiet = false;
};

void run(const SysrootMakeOptions& options, Context& context) {
  const auto settings = context.settings();
  if (!settings) return;
  std::string destination = options.destination;
  while (destination.size() > 1 && destination.ends_with('/')) destination.pop_back();
  const MakeRequest request{.source = options.source,
                            .destination = destination,
                            .rules = KeepRules(settings->contents.keep.value, settings->contents.leave_out.value),
                            .replace = options.replace,
                            .hardlink = options.hardlink};
  catch_interrupts();
  const auto progress = make_progress_display(options.quiet, context.environment);
  const auto report = make_sysroot(request, *progress);
  tell_made(destination, report, *settings, options.quiet, context);
}

}  // namespace

void add_sysroot_make(CLI::App& sysroot, Context& context) {
  CLI::App& verb = *sysroot.add_subcommand("make", "Make a sysroot from a root filesystem: a directory, a tar archive, a disk image or a running board");
  verb.footer("At the end what `aarch64-jetson sysroot check` finds wrong is told (not with --quiet). Exit code: 0 once DEST is in place, whatever "
              "was found: a script that wants to stop there runs `aarch64-jetson sysroot check DEST` next, which then exits 1.");
  const auto options = std::make_shared<SysrootMakeOptions>();
  add_path(verb, "SOURCE", options->source, "A directory, or a tar archive or disk image (plain, gz, bz2, xz, zst; an image in a zip too), or ssh://[user@]host[:port]/")->required();
  add_path(verb, "DEST", options->destination, "The folder to make")->required();
  verb.add_flag("--replace", options->replace, "Put it in the place of an existing DEST");
  verb.add_flag("--hardlink", options->hardlink,
                "Do not copy the files of a directory but link to them, where both lie on one file system: takes no room, and who writes "
                "into a file of one writes into both");
  verb.add_flag("-q,--quiet", options->quiet, "Say nothing but errors");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
