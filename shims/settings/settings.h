// What a settings file can say, with its built-in defaults. config/aarch64-jetson.toml is the same list with explanations; a test
// holds the two equal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jetson {

using Words = std::vector<std::string>;

// Directories of the target, each a list of choices of which the first that exists counts. A "*" within a component stands for all
// that match, the highest version first.
using Directories = std::vector<Words>;

enum class HostPaths { kRewrite, kWarn, kError, kAllow };

// Nothing where `name` is none of rewrite, warn, error, allow.
std::optional<HostPaths> find_host_paths(std::string_view name);

// A value and the place it came from, for messages and for `AARCH64_JETSON_DRY_RUN=json`.
template <class T>
struct Setting {
  T value{};
  std::string origin;  // "file:line:column" or the name of an environment variable; empty for a built-in default

  bool is_default() const { return origin.empty(); }
};

// A program: its path or name, then arguments that always lead. Empty: found by itself (forward/programs.h).
using Program = Setting<Words>;

struct Settings {
  std::string file;  // empty: built-in defaults only

  Setting<std::string> sysroot{"~/sysroot-jetson", {}};
  Setting<std::string> module;
  Setting<std::string> triple{"aarch64-linux-gnu", {}};
  Setting<std::string> cpu;
  Setting<std::string> gpu;
  Setting<std::string> cuda_toolkit, cuda_view;
  Setting<std::string> resource_dir;
  Setting<std::string> libclang;  // for `aarch64-jetson emit`; the tools do not look at it
  Setting<std::string> gcc_directory;
  Setting<HostPaths> host_paths{HostPaths::kRewrite, {}};
  Setting<Words> launcher;
  Setting<Words> rpath;

  struct {
    Program clang, lld, ar, ranlib, nm, strip, objcopy, objdump, readelf, size, strings, addr2line, pkg_config;
  } programs;

  struct {
    Setting<Directories> library, library_last, include, pkg_config;
  } directories;

  struct {
    Setting<Words> compile, c, cxx, link;
  } flags;

  struct {
    Setting<Words> remove;
  } environment;

  // What the management program takes over into a sysroot (sysroot/keep.h); the tools do not look at it.
  struct {
    Setting<Words> keep, leave_out;
  } contents;

  // The built-in defaults.
  Settings();
};

// Calls f("table.key", setting) for every setting, in the order of the reference file. The one list of keys there is.
template <class S, class F>
void for_each_setting(S& s, F&& f) {
  f("sysroot", s.sysroot);
  f("module", s.module);
  f("triple", s.triple);
  f("cpu", s.cpu);
  f("gpu", s.gpu);
  f("cuda_toolkit", s.cuda_toolkit);
  f("cuda_view", s.cuda_view);
  f("resource_dir", s.resource_dir);
  f("libclang", s.libclang);
  f("gcc_directory", s.gcc_directory);
  f("host_paths", s.host_paths);
  f("launcher", s.launcher);
  f("rpath", s.rpath);
  f("programs.clang", s.programs.clang);
  f("programs.lld", s.programs.lld);
  f("programs.ar", s.programs.ar);
  f("programs.ranlib", s.programs.ranlib);
  f("programs.nm", s.programs.nm);
  f("programs.strip", s.programs.strip);
  f("programs.objcopy", s.programs.objcopy);
  f("programs.objdump", s.programs.objdump);
  f("programs.readelf", s.programs.readelf);
  f("programs.size", s.programs.size);
  f("programs.strings", s.programs.strings);
  f("programs.addr2line", s.programs.addr2line);
  f("programs.pkg_config", s.programs.pkg_config);
  f("directories.library", s.directories.library);
  f("directories.library_last", s.directories.library_last);
  f("directories.include", s.directories.include);
  f("directories.pkg_config", s.directories.pkg_config);
  f("flags.compile", s.flags.compile);
  f("flags.c", s.flags.c);
  f("flags.cxx", s.flags.cxx);
  f("flags.link", s.flags.link);
  f("environment.remove", s.environment.remove);
  f("contents.keep", s.contents.keep);
  f("contents.leave_out", s.contents.leave_out);
}

// "aarch64-linux-gnu" for every spelling of the triple (aarch64-unknown-linux-gnu, arm64-linux-gnu, …): the name of Debian's and
// Ubuntu's library directories.
std::string multiarch_of(std::string_view triple);

}  // namespace jetson
