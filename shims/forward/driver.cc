// clang as compiler driver: clang, clang++, cc, c++, gcc, g++, cpp.
#include <cstdlib>

#include "base/path.h"
#include "forward/arguments.h"
#include "forward/build.h"
#include "forward/clang_options.h"
#include "forward/flags/flags.h"
#include "forward/host_paths.h"

namespace jetson {
namespace {

void append(std::vector<Argument>& list, const std::vector<Argument>& more) { list.insert(list.end(), more.begin(), more.end()); }

// clang 14 and newer warn of no unused flag between these two, and still warn of the user's own.
void append_quietly(std::vector<Argument>& list, const std::vector<Argument>& ours) {
  if (ours.empty()) return;
  const std::string from = "default: no warning for a flag of ours that a call does not need";
  list.push_back({"--start-no-unused-arguments", from});
  append(list, ours);
  list.push_back({"--end-no-unused-arguments", from});
}

// CMake with clang as CUDA compiler sends `--target=` and `--sysroot=` with nothing behind them, which would undo ours; and a "--"
// ends the options. Both found by walking as the driver does.
void mark_arguments(UserArguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") {
      arguments.set_terminator(i);
      return;
    }
    const auto values = static_cast<std::size_t>(separate_values(words[i]));
    const bool names_target = words[i] == "-target" || words[i] == "--sysroot";
    if (words[i] == "--target=" || words[i] == "--sysroot=") arguments.drop(i);
    if (names_target && i + 1 < words.size() && words[i + 1].empty()) {
      arguments.drop(i);
      arguments.drop(i + 1);
    }
    i += values;
  }
}

Command answer(std::string text) {
  Command command;
  command.answer = std::move(text) + "\n";
  return command;
}

// Questions that clang cannot answer for us: where the sysroot is (clang 14 and 19 refuse it), Debian's name of the architecture (19
// refuses it), and what stands behind one of our names (icecc-create-env asks the wrapper for the real compiler).
Result<std::optional<Command>> answer_question(const Call& call, const DriverCall& asked, const Sysroot& sysroot,
                                               const Programs& programs, const Words& clang) {
  if (asked.prints_sysroot) return std::optional(answer(sysroot.path()));
  if (asked.prints_multiarch) return std::optional(answer(multiarch_of(asked.target.value_or(call.settings.triple.value))));
  if (!asked.print_prog_name) return std::optional<Command>();
  const auto name = parse_called_name(*asked.print_prog_name);
  if (!name || name->prefix != call.name.prefix) {
    // A plain `ld`, as libtool asks: clang would name the host's. A cross gcc names its own, so we name ours.
    const auto plain = parse_called_name(call.name.prefix + "-" + *asked.print_prog_name);
    if (!plain || plain->tool->kind == ToolKind::kDriver || plain->tool->name != *asked.print_prog_name) return std::optional<Command>();
    std::string ours = own_tool(call, *asked.print_prog_name);
    if (!call.disk.info(ours).is_file()) return std::optional<Command>();
    return std::optional(answer(std::move(ours)));
  }
  Result<Words> program = clang;
  if (name->tool->kind == ToolKind::kLinker) program = programs.lld(name->version);
  if (name->tool->kind == ToolKind::kPkgConfig) program = programs.pkg_config();
  if (name->tool->kind == ToolKind::kBinutil)
    program = programs.llvm_tool(name->tool->program, call.settings.programs.*name->tool->setting, "programs", name->version);
  if (!program) return program.error();
  return std::optional(answer(program->front()));
}

}  // namespace

Result<Command> build_driver_command(const Call& call) {
  UserArguments arguments(call.arguments, call.disk);
  const DriverCall asked = read_driver_call(call.name.tool->driver_mode, arguments.words());
  const Programs programs(call.settings, call.environment, call.disk, call.own_executable);
  const auto clang = programs.clang(call.name.version);
  if (!clang) return clang.error();

  Command command;
  command.program = clang->front();
  const std::string from = origin_of(call.settings.programs.clang, "programs.clang");
  for (const std::string& word : *clang) command.arguments.push_back({word, from});
  // The compiler proper, called by ourselves or by a tool that read `-###`: nothing may be added.
  if (asked.is_frontend) {
    for (const std::string& word : call.arguments) command.arguments.push_back({word, std::string(kUser)});
    return command;
  }

  const auto sysroot = require_sysroot(call, asked.sysroot);
  if (!sysroot) return sysroot.error();
  auto answered = answer_question(call, asked, *sysroot, programs, *clang);
  if (!answered) return answered.error();
  if (*answered) return **answered;

  const auto launcher = programs.launcher();
  if (!launcher) return launcher.error();
  if (!launcher->empty()) {
    command.program = launcher->front();
    std::vector<Argument> words;
    for (const std::string& word : *launcher) words.push_back({word, origin_of(call.settings.launcher, "launcher")});
    command.arguments.insert(command.arguments.begin(), words.begin(), words.end());
  }

  command.first_movable = command.arguments.size();

  DriverBuild build{call, asked, *sysroot, programs, *clang, multiarch_of(asked.target.value_or(call.settings.triple.value))};
  add_target(build);
  add_cpu(build);
  add_gpu(build);
  if (auto error = add_cuda(build)) return *error;
  add_gcc(build);
  if (auto error = add_linker(build)) return *error;
  if (auto error = add_settings_flags(build)) return *error;
  add_directories(build);

  mark_arguments(arguments);
  auto warnings = apply_host_paths(arguments, Grammar::kDriver, call.settings.host_paths, *sysroot, build.multiarch);
  if (!warnings) return warnings.error();
  command.warnings = std::move(*warnings);

  command.arguments.push_back({"--driver-mode=" + std::string(call.name.tool->driver_mode), "default: " + std::string(call.name.tool->name)});
  append_quietly(command.arguments, build.first);
  append(command.arguments, arguments.before_terminator());
  // An option that still waits for its value would swallow ours; clang will say what is missing.
  if (asked.is_complete) append_quietly(command.arguments, build.last);
  append(command.arguments, arguments.from_terminator());
  return command;
}

}  // namespace jetson
