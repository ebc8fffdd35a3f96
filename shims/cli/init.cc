#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "base/host.h"
#include "base/native_path.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/cuda_setup.h"
#include "cli/probe.h"
#include "cli/tool_links.h"
#include "cli/verb.h"
#include "cuda/target.h"
#include "emit/libclang.h"
#include "emit/settings_file.h"
#include "emit/write.h"
#include "forward/programs.h"
#include "forward/sysroot.h"
#include "forward/tool.h"
#include "settings/load.h"
#include "settings/locate.h"
#include "settings/module.h"
#include "sysroot/release.h"

namespace jetson {
namespace {

struct InitOptions {
  std::string module, sysroot, prefix = "aarch64-jetson";
  bool force = false, print = false;
};

std::string read_below(const Sysroot& sysroot, const Disk& disk, std::string_view path, std::size_t limit = std::size_t{64} << 20) {
  const auto real = sysroot.resolve(path);
  if (!real) return {};
  const auto text = disk.read(sysroot.on_host(*real), limit);
  return text ? *text : std::string();
}

std::optional<Release> locate_release(const Sysroot& sysroot, const Disk& disk) {
  auto l4t = parse_nv_tegra_release(read_below(sysroot, disk, "/etc/nv_tegra_release"));
  if (!l4t) l4t = l4t_of(parse_dpkg_status(read_below(sysroot, disk, "/var/lib/dpkg/status")));
  if (!l4t) return std::nullopt;
  const auto soc = parse_apt_source_soc(read_below(sysroot, disk, "/etc/apt/sources.list.d/nvidia-l4t-apt-source.list"));
  return release_of(*l4t, soc.value_or(""));
}

std::vector<const Module*> modules_of(const std::string& list) {
  std::vector<const Module*> modules;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(", ", at), list.size());
    if (const Module* module = find_module(list.substr(at, end - at))) modules.push_back(module);
    at = end + 2;
  }
  return modules;
}

Error no_module(const std::string& name) {
  std::vector<std::string> names;
  std::string list;
  for (const Module& module : kModules) {
    names.emplace_back(module.name);
    list.append(list.empty() ? "" : ", ").append(module.name);
  }
  const std::string near = nearest(name, names);
  return {.what = "there is no Jetson module \"" + name + "\"",
          .where = "--module",
          .fix = (near.empty() ? "" : "did you mean \"" + near + "\"? ") + "The modules are: " + list,
          .fault = Fault::kUsage,
          .more = {}};
}

// The module that was named, else the one that the sysroot is for, else what is answered on a terminal. What was concluded is told.
Result<const Module*> choose_module(const InitOptions& options, const std::optional<Release>& release, std::string& told) {
  const std::vector<const Module*> possible = release ? modules_of(release->modules) : std::vector<const Module*>{};
  const std::string system = release ? "Jetson Linux " + release->l4t + (release->jetpack.empty() ? "" : " (JetPack " + release->jetpack + ")") : "";
  if (!system.empty()) told += "release: " + system + (release->modules.empty() ? "" : ", for " + release->modules) + "\n";
  if (!options.module.empty()) {
    const Module* named = find_module(options.module);
    if (named == nullptr) return no_module(options.module);
    if (!possible.empty() && std::find(possible.begin(), possible.end(), named) == possible.end())
      told += "note: " + system + " is not for " + options.module + "\n";
    return named;
  }
  if (possible.empty()) {
    told += "module: none named, and the sysroot does not tell; code is for any 64-bit Arm\n";
    return nullptr;
  }
  // The Nano and the TX1 are one to a compiler.
  const bool all_same = std::all_of(possible.begin(), possible.end(), [&](const Module* one) { return one->cpu == possible[0]->cpu && one->gpu == possible[0]->gpu; });
  if (all_same) return possible[0];
  if (isatty(0) != 0) {
    while (true) {
      write_all(2, "Which module is it for? " + release->modules + " (none: code for any 64-bit Arm): ");
      std::string answer;
      if (!std::getline(std::cin, answer) || answer.empty()) return nullptr;
      if (const Module* module = find_module(answer)) return module;
      write_all(2, "there is no module \"" + answer + "\"\n");
    }
  }
  told += "module: " + system + " runs on " + release->modules + ", and does not tell which; code is for any 64-bit Arm (--module names one)\n";
  return nullptr;
}

void choose_cpu(const Module& module, const Toolchain& toolchain, const Environment& environment, FoundSettings& found) {
  const std::vector<std::string> known = probe_cpus(toolchain.clang, environment);
  const auto knows = [&](std::string_view cpu) { return !cpu.empty() && std::find(known.begin(), known.end(), cpu) != known.end(); };
  found.cpu = knows(module.cpu) ? module.cpu : knows(module.older_cpu) ? module.older_cpu : "generic";
  if (found.cpu != module.cpu) found.cpu_remark = "clang " + std::to_string(toolchain.release) + " does not know " + std::string(module.cpu);
}

// Every program the tools become, by its whole path.
void locate_programs(const Toolchain& toolchain, const Context& context, const Disk& disk, FoundSettings& found) {
  Settings settings;
  settings.programs.clang = {{toolchain.clang}, "init"};
  const Programs programs(settings, context.environment, disk, context.executable);
  found.programs = {{"clang", toolchain.clang}, {"lld", toolchain.lld}};
  for (const Tool& tool : all_tools()) {
    if (tool.kind != ToolKind::kBinutil || tool.name.starts_with("llvm-")) continue;
    if (const auto path = programs.llvm_tool(tool.program, {}, "")) found.programs.emplace_back(tool.name, path->front());
  }
  if (const auto path = programs.pkg_config()) found.programs.emplace_back("pkg_config", path->front());
}

// The view of a sysroot that has CUDA, with a toolkit that is there; what stands in its way is told, and no failure of `init`.
std::string tell_cuda(const std::string& file, const std::string& prefix, const Sysroot& sysroot, const Context& context, const Disk& disk) {
  if (!locate_cuda_target(sysroot, disk)) return {};
  const auto settings = load_settings(file, context.environment, disk);
  const auto made = settings ? set_up_cuda(*settings, prefix, "", context) : Result<CudaSetup>(settings.error());
  if (!made) return "note: CUDA is not set up: " + made.error().what + (made.error().fix.empty() ? "" : "; " + made.error().fix) + "\n";
  std::string told = "cuda: made " + made->view + "\n";
  for (const Finding& finding : made->findings)
    if (finding.kind != Finding::Kind::kFact) told += "note: " + finding.what + "; " + finding.fix + "\n";
  return told;
}

void run(const InitOptions& options, Context& context) {
  const HostDisk disk;
  if (const auto wrong = check_prefix(options.prefix)) return context.fail(*wrong);
  const auto places = settings_candidates(options.prefix, context.environment, {});
  if (places.empty() && !options.print)
    return context.fail({.what = std::string(kHomeVariable) + " is not set, so there is no folder for the settings", .where = {}, .fix = "set it, or use --print", .more = {}});
  if (!options.print && !options.force && disk.info(places.front()).kind != FileInfo::Kind::kMissing)
    return context.fail({.what = "the settings are there already: " + places.front(),
                         .where = {},
                         .fix = "--force replaces them, --print only shows what was found",
                         .more = {}});

  // The default, or JETSON_SYSROOT; not what an old settings file says.
  const auto loaded = load_settings({}, context.environment, disk);
  if (!loaded) return context.fail(loaded.error());
  const Settings& defaults = *loaded;
  const std::string named = options.sysroot.empty() ? defaults.sysroot.value : options.sysroot;
  std::string directory = absolute_text(named);
  while (directory.size() > 1 && directory.ends_with('/')) directory.pop_back();
  if (!disk.info(directory + "/usr").is_directory())
    return context.fail({.what = (disk.info(directory).kind == FileInfo::Kind::kMissing ? "sysroot does not exist: " : "this is no sysroot, it has no folder usr: ") + directory,
                         .where = options.sysroot.empty() ? "the default (sysroot)" : "--sysroot",
                         .fix = "run `aarch64-jetson sysroot make`, or name the folder that holds usr, lib and etc by --sysroot",
                         .more = {}});

  const Sysroot sysroot(directory, disk);
  const auto toolchain = probe_toolchain(context.environment, context.executable, disk);
  if (!toolchain) return context.fail(toolchain.error());
  std::string told;
  const auto module = choose_module(options, locate_release(sysroot, disk), told);
  if (!module) return context.fail(module.error());

  FoundSettings found;
  found.sysroot = directory;
  if (*module != nullptr) {
    found.module = (*module)->name;
    choose_cpu(**module, *toolchain, context.environment, found);
  }
  locate_programs(*toolchain, context, disk, found);
  found.gcc_directory = sysroot.find_gcc(multiarch_of(defaults.triple.value)).directory;
  const std::string libgcc = found.gcc_directory.empty() ? "" : read_below(sysroot, disk, found.gcc_directory + "/libgcc.a");
  found.has_outline_atomics = libgcc.empty() || libgcc.find("__aarch64_ldadd") != std::string::npos;
  const auto libclang = choose_libclang(locate_libclang(disk.real_path(toolchain->clang).value_or(toolchain->clang), context.environment, disk), toolchain->release);
  if (libclang) found.libclang = libclang->folder;
  found.library = sysroot.find(defaults.directories.library.value);
  found.library_last = sysroot.find(defaults.directories.library_last.value);
  found.include = sysroot.find(defaults.directories.include.value);
  found.pkg_config = sysroot.find(defaults.directories.pkg_config.value);

  const std::string text = emit_settings(found);
  if (options.print) {
    write_all(1, text);
    write_all(2, told);
    return;
  }
  if (toolchain->release != toolchain->lld_release)
    told += "note: lld is of release " + std::to_string(toolchain->lld_release) + ", clang of " + std::to_string(toolchain->release) + ": install lld-" +
            std::to_string(toolchain->release) + "\n";
  if (!libclang) told += "note: there is no libclang, which bindgen needs: install libclang-" + std::to_string(toolchain->release) + "-dev\n";
  if (const auto failed = link_tools(parent(context.executable), options.prefix)) return context.fail(*failed);
  const auto written = write_file(places.front(), text);
  if (!written) return context.fail(written.error());
  told += "clang: " + toolchain->clang + " (" + std::to_string(toolchain->release) + ")" + (found.cpu.empty() ? "" : ", -mcpu=" + found.cpu) + "\n";
  told += "sysroot: " + directory + "\nwrote " + places.front() + "\n";
  told += tell_cuda(places.front(), options.prefix, sysroot, context, disk);
  if (const auto other = context.environment.get_nonempty(kConfigVariable); other && *other != places.front())
    told += "note: " + std::string(kConfigVariable) + " names another file, " + *other + ", and has the first word\n";
  write_all(1, told);
}

}  // namespace

void add_init(CLI::App& app, Context& context) {
  CLI::App& verb = *app.add_subcommand("init", "Find clang, lld and what the sysroot holds, and write the settings file");
  const auto options = std::make_shared<InitOptions>();
  verb.add_option("--module", options->module, "nano, tx1, tx2, xavier, orin or thor; else the sysroot's release tells");
  add_path(verb, "--sysroot", options->sysroot, "The sysroot, where it is not ~/sysroot-jetson");
  verb.add_option("--name", options->prefix, "Another prefix, for a second board: aarch64-jetson-nano")->default_str("aarch64-jetson");
  verb.add_flag("--force", options->force, "Replace the settings that are there");
  verb.add_flag("--print", options->print, "Show the settings, write nothing");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
