// The forwarders: who am I, which settings, what command, become it.
#include "base/os.h"
#include "forward/build.h"
#include "forward/cuda_view.h"
#include "forward/report.h"
#include "settings/load.h"
#include "settings/locate.h"

using namespace jetson;

int main(int argc, char** argv) {
  const std::string path = called_name(argc, argv);
  const HostDisk disk;
  auto name = parse_called_name(path);
  if (!name) name = read_view_name(invoked_path(path), disk);
  if (!name) return fail(path, unknown_name_error(path));

  const Environment environment = process_environment();
  const std::string own = name->forwarder.empty() ? executable_path() : name->forwarder;
  const auto settings = load_settings(locate_settings(name->prefix, environment, own, disk), environment, disk);
  if (!settings) return fail(path, settings.error());

  const Call call{*name, path, own, {argv + (argc > 0), argv + argc}, environment, *settings, disk};
  const auto command = build_command(call);
  if (!command) return fail(path, command.error());

  trace(call, *command);
  if (const auto code = print_instead_of_running(call, *command)) return *code;
  Error error = exec_program(command->program, command->words(), command->environment, command->first_movable);
  error.where = command->arguments.front().from;
  return fail(path, error);
}
