#include "base/native_path.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/make_report.h"
#include "cli/progress_display.h"
#include "cli/verb.h"
#include "settings/preset.h"
#include "sysroot/fetch.h"
#include "sysroot/mmdebstrap.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

struct SysrootFetchOptions {
  std::string preset, destination;
  Words with, add, keyrings, mirrors;
  bool list = false, dry_run = false, replace = false, quiet = false;
};

Error usage(std::string what, std::string fix) {
  return {.what = std::move(what), .where = {}, .fix = std::move(fix), .fault = Fault::kUsage, .more = {}};
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// "--list": every preset with its lists; of one preset, what is in them.
void print_list(const SysrootFetchOptions& options, const std::vector<std::string>& folders, Context& context) {
  const HostDisk disk;
  const bool all = options.preset.empty();
  const Words names = all ? list_presets(folders, disk) : Words{options.preset};
  for (const std::string& name : names) {
    const auto preset = load_preset(name, folders, context.environment, disk);
    if (!preset) {
      context.fail(preset.error());
      continue;
    }
    std::string text = name + ": " + preset->description.value + "\n";
    Words lists;
    for (const Preset::List& list : preset->lists) {
      lists.push_back(list.name);
      if (!all) text += "  " + list.name + ": " + joined(list.packages.value) + "\n";
    }
    if (all) text += "  " + joined(lists) + "\n";
    write_all(1, text + "  fetched unless --with says otherwise: " + joined(preset->with.value) + "\n");
  }
}

Error no_repository(const Preset& preset, const std::string& name) {
  Words names;
  for (const Repository& repository : preset.repositories) names.push_back(repository.name);
  const std::string near = nearest(name, names);
  return usage("the preset " + preset.name + " has no repository `" + name + "`",
               (near.empty() ? "" : "did you mean `" + near + "`? ") + "It has: " + joined(names));
}

// What the command line says over the preset: NAME=URL, NAME=FILE, or a FILE for all whose own keyring is not there.
Failure override_preset(Preset& preset, const SysrootFetchOptions& options) {
  const HostDisk disk;
  for (const std::string& text : options.mirrors) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) return usage("--mirror takes NAME=URL, and this is " + text, "write the repository's name before it");
    Repository* repository = preset.find_repository(text.substr(0, equals));
    if (repository == nullptr) return no_repository(preset, text.substr(0, equals));
    repository->mirror = {text.substr(equals + 1), "--mirror"};
    repository->apt_origin = {};
  }
  for (const std::string& text : options.keyrings) {
    const std::string name = text.substr(0, text.find('='));
    if (Repository* repository = preset.find_repository(name); repository != nullptr && name != text) {
      repository->keyring = {absolute_text(text.substr(name.size() + 1)), "--keyring"};
      continue;
    }
    if (name != text && name.find('/') == std::string::npos && disk.info(text).kind == FileInfo::Kind::kMissing) return no_repository(preset, name);
    for (Repository& repository : preset.repositories)
      if (disk.info(repository.keyring.value).kind == FileInfo::Kind::kMissing) repository.keyring = {absolute_text(text), "--keyring"};
  }
  return std::nullopt;
}

// The preset by the mirrors of this machine's apt.
Preset with_apt_mirrors(Preset preset, const Environment& environment) {
  for (Repository& repository : preset.repositories) {
    if (repository.apt_origin.value.empty()) continue;
    if (const std::string mirror = locate_apt_mirror(repository.apt_origin.value, environment); !mirror.empty())
      repository.mirror = {mirror, "the sources of this machine's apt"};
  }
  return preset;
}

std::string shell_quoted(const std::string& word) {
  if (!word.empty() && word.find_first_of(" \t\n\"'$`\\*?[]<>|&;()~#{}!") == std::string::npos) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? "'\\''" : std::string(1, c);
  return text + "'";
}

std::string dry_run_text(const Preset& preset, const Words& packages, const std::string& destination) {
  std::string text;
  for (const std::string& line : build_sources(preset)) text += line + "\n";
  text += "\n";
  for (const std::string& word : build_mmdebstrap(preset, packages, destination)) text += shell_quoted(word) + " ";
  text.back() = '\n';
  return text;
}

void run(const SysrootFetchOptions& options, Context& context) {
  const HostDisk disk;
  const auto folders = preset_folders(context.environment, context.executable);
  if (options.list) return print_list(options, folders, context);
  if (options.preset.empty() || options.destination.empty())
    return context.fail(usage("a preset and a destination are needed", "aarch64-jetson sysroot fetch PRESET DEST; --list shows the presets"));
  const auto settings = context.settings();
  if (!settings) return;
  auto preset = load_preset(options.preset, folders, context.environment, disk);
  if (!preset) return context.fail(preset.error());
  if (const auto failure = override_preset(*preset, options)) return context.fail(*failure);
  auto packages = select_packages(*preset, options.with);
  if (!packages) return context.fail(packages.error());
  packages->insert(packages->end(), options.add.begin(), options.add.end());

  std::string destination = options.destination;
  while (destination.size() > 1 && destination.ends_with('/')) destination.pop_back();
  const FetchRequest request{.preset = with_apt_mirrors(*preset, context.environment),
                             .fallback = *preset,
                             .packages = *packages,
                             .destination = destination,
                             .rules = KeepRules(settings->contents.keep.value, settings->contents.leave_out.value),
                             .replace = options.replace};
  if (options.dry_run) {
    write_all(1, dry_run_text(request.preset, request.packages, destination));
    return;
  }
  catch_interrupts();
  const auto progress = make_progress_display(options.quiet, context.environment);
  const auto report = fetch_sysroot(request, context.environment, *progress);
  tell_made(destination, report, *settings, options.quiet, context);
}

}  // namespace

void add_sysroot_fetch(CLI::App& sysroot, Context& context) {
  CLI::App& verb = *sysroot.add_subcommand("fetch", "Make a sysroot from package repositories, by mmdebstrap: no board and no image needed");
  const auto options = std::make_shared<SysrootFetchOptions>();
  verb.add_option("PRESET", options->preset, "Its name (--list shows them), or the path of a file");
  add_path(verb, "DEST", options->destination, "The folder to make");
  verb.add_flag("--list", options->list, "Show the presets, or what is in the lists of PRESET");
  // One value each, so that DEST may follow.
  verb.add_option("--with", options->with, "Lists of packages to fetch, such as cuda,opencv; base is always among them")->delimiter(',')->allow_extra_args(false);
  verb.add_option("--add", options->add, "Packages to fetch besides, such as libeigen3-dev")->delimiter(',')->allow_extra_args(false);
  verb.add_option("--keyring", options->keyrings, "[NAME=]FILE: keys of the repository NAME, or of all whose keys are not there")->allow_extra_args(false);
  verb.add_option("--mirror", options->mirrors, "NAME=URL: where to fetch from instead")->allow_extra_args(false);
  verb.add_flag("--dry-run", options->dry_run, "Print apt's sources and the mmdebstrap command, and do nothing");
  verb.add_flag("--replace", options->replace, "Put it in the place of an existing DEST");
  verb.add_flag("-q,--quiet", options->quiet, "Say nothing but errors");
  verb.callback([options, &context] {
    // What is relative in a preset starts at its file, and apt takes absolute paths alone.
    if (is_preset_path(options->preset)) options->preset = absolute_text(options->preset);
    run(*options, context);
  });
}

}  // namespace jetson
