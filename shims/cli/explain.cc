#include <algorithm>

#include "base/host.h"
#include "base/path.h"
#include "cli/verb.h"
#include "forward/build.h"

namespace jetson {
namespace {

struct ExplainOptions {
  std::string prefix = "aarch64-jetson";
  std::vector<std::string> words;
  bool json = false;
};

// An argument a line, who put it there behind it. Long arguments do not push the others aside.
std::string explain_lines(const Command& command, const Settings& settings) {
  constexpr std::size_t kWidest = 60;
  std::size_t width = 0;
  for (const Argument& argument : command.arguments) width = std::max(width, std::min(argument.text.size(), kWidest));
  std::string text = "settings: " + (settings.file.empty() ? "built-in defaults" : settings.file) + "\n";
  for (const std::string& warning : command.warnings) text += "warning: " + warning + "\n";
  for (const std::string& name : command.environment_removed) text += "without " + name + " (environment.remove)\n";
  for (const auto& [name, value] : command.environment_added) text += "with " + name + "=" + value + "\n";
  if (!command.answer.empty()) return text + "runs nothing and answers: " + command.answer;
  for (const Argument& argument : command.arguments) {
    text += "  " + argument.text;
    text.append(argument.text.size() < width ? width - argument.text.size() : 0, ' ');
    text += "  " + argument.from + "\n";
  }
  return text;
}

void run(const ExplainOptions& options, Context& context) {
  const std::vector<std::string>& words = options.words;
  if (words.empty())
    return context.fail({.what = "there is no command to explain",
                         .where = {},
                         .fix = "write it behind --, as in: aarch64-jetson explain -- clang++ -c x.cc",
                         .fault = Fault::kUsage,
                         .more = {}});
  // With its prefix or without.
  const std::string tools = parent(context.executable);
  auto name = parse_called_name(words.front());
  if (!name) name = parse_called_name(options.prefix + "-" + words.front());
  if (!name)
    return context.fail({.what = "`" + words.front() + "` is no tool of ours",
                         .where = {},
                         .fix = "the tools are: " + list_of_tools(),
                         .fault = Fault::kUsage,
                         .more = {}});
  const auto settings = context.settings(name->prefix);
  if (!settings) return;
  const HostDisk disk;
  const std::string path = join(tools, with_program_ending(name->prefix + "-" + std::string(name->tool->name)));
  const Call call{*name, path, join(tools, with_program_ending("aarch64-jetson-clang")), {words.begin() + 1, words.end()}, context.environment, *settings, disk};
  const auto command = build_command(call);
  if (!command) return context.fail(command.error());
  write_all(1, options.json ? print_json(*command, settings->file) : explain_lines(*command, *settings));
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  CLI::App& verb = *app.add_subcommand("explain", "Show the command that a call of a tool would run, and who put each argument there");
  const auto options = std::make_shared<ExplainOptions>();
  verb.add_option("--name", options->prefix, "The prefix whose settings count, for a tool named without one")->default_str("aarch64-jetson");
  verb.add_flag("--json", options->json, "For programs");
  verb.footer("The command stands behind --:\n  aarch64-jetson explain -- clang++ -c x.cc");
  verb.add_option("COMMAND", options->words, "A tool, with its prefix or without, and its arguments")->type_name("");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
