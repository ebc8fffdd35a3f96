// ar, nm, strip, …: LLVM's own, which read every architecture. Nothing is added.
#include "forward/build.h"

namespace jetson {

Result<Command> build_binutil_command(const Call& call) {
  const Tool& tool = *call.name.tool;
  const Programs programs(call.settings, call.environment, call.disk, call.own_executable);
  std::string key = "programs." + std::string(tool.name.starts_with("llvm-") ? tool.name.substr(5) : tool.name);
  const auto program = programs.llvm_tool(tool.program, call.settings.programs.*tool.setting, key, call.name.version);
  if (!program) return program.error();

  Command command;
  command.program = program->front();
  for (const std::string& word : *program) command.arguments.push_back({word, key});
  // The others read a response file as their host's programs do, and their lines are short.
  if (tool.program == "llvm-ar") command.first_movable = command.arguments.size();
  for (const std::string& word : call.arguments) command.arguments.push_back({word, std::string(kUser)});
  return command;
}

}  // namespace jetson
