#include "forward/build.h"

#include <charconv>

#include "base/host.h"
#include "base/path.h"

namespace jetson {
namespace {

// Counts how deep we are in ourselves. A legitimate chain is short (nvcc, clang++, ld); a `clang` that is a script around one of our
// names would go on until the machine is full.
constexpr std::string_view kDepthVariable = "AARCH64_JETSON_DEPTH";
constexpr int kDeepest = 8;

Result<Command> build_for_kind(const Call& call) {
  switch (call.name.tool->kind) {
    case ToolKind::kDriver: return build_driver_command(call);
    case ToolKind::kLinker: return build_linker_command(call);
    case ToolKind::kBinutil: return build_binutil_command(call);
    case ToolKind::kPkgConfig: return build_pkg_config_command(call);
    case ToolKind::kNvcc: return build_nvcc_command(call);
    case ToolKind::kFatbinary: return build_fatbinary_command(call);
  }
  return Error{.what = "a tool of no kind", .where = __FILE__, .fix = "please report this", .fault = Fault::kOurs, .more = {}};
}

Result<int> next_depth(const Environment& environment) {
  const std::string text = environment.get(kDepthVariable).value_or("0");
  int depth = 0;
  std::from_chars(text.data(), text.data() + text.size(), depth);
  if (depth < kDeepest) return depth + 1;
  return Error{.what = "our tools have called each other " + text + " times over",
               .where = std::string(kDepthVariable),
               .fix = "a configured program, or a script on PATH, leads back to one of our names: name the real one in [programs]",
               .more = {}};
}

}  // namespace

std::string own_tool(const Call& call, std::string_view name) {
  return join(parent(call.own_executable), call.name.prefix + "-" + std::string(name).append(kProgramEnding));
}

Result<Sysroot> require_sysroot(const Call& call, const std::optional<std::string>& by_user) {
  Sysroot sysroot(by_user.value_or(call.settings.sysroot.value), call.disk);
  if (by_user || call.disk.info(sysroot.path()).is_directory()) return sysroot;
  const Setting<std::string>& setting = call.settings.sysroot;
  Error error{.what = "sysroot does not exist: " + setting.value,
              .where = (setting.is_default() ? "the built-in default" : setting.origin) + " (sysroot)",
              .fix = "make one by `aarch64-jetson sysroot make`, or name its folder in the settings or in JETSON_SYSROOT",
              .more = {}};
  if (setting.value.empty()) error.what = "the settings name no sysroot";
  if (setting.value.starts_with('~')) error.fix = std::string(kHomeVariable) + " is not set: set it, or write the whole path in the settings";
  if (setting.value.find('$') != std::string::npos) error.fix = "variables are not replaced in the settings: write the path itself, or use ~";
  return error;
}

Result<Command> build_command(const Call& call) {
  const Result<int> depth = next_depth(call.environment);
  if (!depth) return depth.error();
  Result<Command> command = build_for_kind(call);
  if (!command) return command;
  const auto added = std::move(command->environment_added);
  command->environment = call.environment;
  for (const std::string& name : call.settings.environment.remove.value)
    if (command->environment.remove(name)) command->environment_removed.push_back(name);
  for (const auto& [name, value] : added) command->environment.set(name, value);
  command->environment.set(kDepthVariable, std::to_string(*depth));
  command->environment_added = added;
  return command;
}

}  // namespace jetson
