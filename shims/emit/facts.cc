#include "emit/facts.h"

#include <algorithm>
#include <cstdlib>

#include "base/host.h"
#include "base/path.h"
#include "emit/libclang.h"
#include "forward/cuda_pairs.h"
#include "forward/cuda_view.h"
#include "forward/build.h"
#include "forward/programs.h"
#include "forward/sysroot.h"
#include "settings/locate.h"

namespace jetson {
namespace {

std::string locate_qemu(const Environment& environment, const Disk& disk) {
  const std::vector<std::string> folders = path_folders(environment);
  for (const std::string name : {"qemu-aarch64-static", "qemu-aarch64"})
    for (const std::string& folder : folders)
      if (const FileInfo info = disk.info(join(folder, with_program_ending(name))); info.is_file() && info.executable) return name;
  return {};
}

// The loader of the sysroot looks into /lib and /usr/lib alone there, since no ld.so.cache is copied.
std::vector<std::string> build_runner(const std::string& qemu, const Sysroot& sysroot, const Settings& settings) {
  if (qemu.empty()) return {};
  std::vector<std::string> words{qemu, "-L", sysroot.path()};
  std::string libraries;
  for (const auto* directories : {&settings.directories.library, &settings.directories.library_last})
    for (const std::string& directory : sysroot.find(directories->value))
      if (!directory.ends_with("/stubs")) libraries.append(libraries.empty() ? "" : ":").append(directory);
  if (!libraries.empty()) words.insert(words.end(), {"-E", "LD_LIBRARY_PATH=" + libraries});
  return words;
}

// Asked of the forwarder itself, so that an editor is told what a compile is told.
std::vector<std::string> build_compile_flags(const Facts& facts, const Settings& settings, const Environment& environment, const Disk& disk) {
  const std::string path = facts.tool("clang");
  const auto name = parse_called_name(path);
  if (!name) return {};
  const auto command = build_command({*name, path, path, {"-c", "x.c"}, environment, settings, disk});
  if (!command) return {};
  std::vector<std::string> flags;
  for (std::size_t i = command->first_movable; i < command->arguments.size(); ++i) {
    const auto& [text, from] = command->arguments[i];
    const bool is_bracket = text == "--start-no-unused-arguments" || text == "--end-no-unused-arguments";
    if (from != kUser && !is_bracket && !text.starts_with("--driver-mode")) flags.push_back(text);
  }
  return flags;
}

// Debian's and Ubuntu's lies in /usr, what the user built in /usr/local or /opt, and then that is meant.
std::optional<OpenCv> locate_opencv(const Sysroot& sysroot, const std::string& multiarch, const Disk& disk) {
  for (const std::string& root : sysroot.find({{"/opt/opencv*"}, {"/usr/local"}, {"/usr"}})) {
    const auto headers = sysroot.find({{root + "/include/opencv4", root + "/include"}});
    if (headers.empty() || !sysroot.has_file(headers.front() + "/opencv2/core/version.hpp")) continue;
    for (const std::string& library : sysroot.find({{root + "/lib"}, {root + "/lib/" + multiarch}, {root + "/lib64"}})) {
      if (!sysroot.has_file(library + "/libopencv_core.so")) continue;
      OpenCv found{{sysroot.on_host(headers.front())}, sysroot.on_host(library), {}};
      for (const std::string& directory : sysroot.find({{root + "/include/" + multiarch + "/opencv4"}}))
        found.include.push_back(sysroot.on_host(directory));
      for (const std::string& name : disk.list(found.library))
        if (name.starts_with("libopencv_") && name.ends_with(".so") && sysroot.has_file(library + "/" + name))
          found.libraries.push_back(name.substr(3, name.size() - 6));
      std::sort(found.libraries.begin(), found.libraries.end());
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Facts> locate_facts(const std::string& prefix, const Settings& settings, const Environment& environment, const std::string& executable,
                           const Disk& disk) {
  Facts facts;
  facts.prefix = prefix;
  facts.tools = parent(executable);
  facts.settings_file = settings.file;
  if (!disk.info(facts.tool("clang")).is_file())
    return Error{.what = "there is no " + facts.tool("clang"),
                 .where = {},
                 .fix = "install the tools beside aarch64-jetson; for another prefix, `aarch64-jetson init --name " + prefix + "` links them",
                 .more = {}};
  const Sysroot sysroot(settings.sysroot.value, disk);
  if (!disk.info(sysroot.path()).is_directory())
    return Error{.what = "sysroot does not exist: " + sysroot.path(),
                 .where = (settings.sysroot.is_default() ? "the built-in default" : settings.sysroot.origin) + " (sysroot)",
                 .fix = "make one with `aarch64-jetson sysroot make`, or name its folder in the settings or in JETSON_SYSROOT",
                 .more = {}};
  const auto candidates = settings_candidates(prefix, environment, {});
  facts.folder = !settings.file.empty() ? parent(settings.file) : candidates.empty() ? parent(parent(executable)) + "/etc" : parent(candidates.front());
  facts.sysroot = sysroot.path();
  facts.multiarch = multiarch_of(settings.triple.value);
  facts.runner = build_runner(locate_qemu(environment, disk), sysroot, settings);
  for (const std::string& directory : sysroot.find({{"/opt/*/lib/cmake"}, {"/opt/*/share/cmake"}, {"/opt/*/*/lib/cmake"}}))
    facts.board_prefixes.push_back(parent(parent(directory)));
  for (const std::string& directory : sysroot.find(settings.directories.pkg_config.value))
    facts.pkg_config.push_back(sysroot.on_host(directory));

  const Programs programs(settings, environment, disk, executable);
  const auto clang = programs.clang();
  if (!clang) return clang.error();
  facts.clang = clang->front();
  facts.clang_release = programs.llvm_release(*clang).value_or(0);
  facts.all_libclang = locate_libclang(disk.real_path(facts.clang).value_or(facts.clang), environment, disk);
  facts.libclang = choose_libclang(facts.all_libclang, facts.clang_release);
  if (!settings.libclang.value.empty())
    for (const LibClang& one : locate_libclang(join(settings.libclang.value, "clang"), environment, disk))
      if (one.folder == settings.libclang.value) facts.libclang = one;
  facts.compile_flags = build_compile_flags(facts, settings, environment, disk);
  facts.opencv = locate_opencv(sysroot, facts.multiarch, disk);
  if (const auto view = load_cuda_view(cuda_view_path(settings, prefix, environment), disk))
    facts.cuda = CudaFacts{view->path, chosen_gpu(settings).text, !view->nvcc.empty()};
  return facts;
}

}  // namespace jetson
