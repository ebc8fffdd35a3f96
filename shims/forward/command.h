// The command a call turns into: a value that can be run, printed and compared.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/environment.h"

namespace jetson {

// An argument and who put it there: "you", a settings place ("file:4:8"), an environment variable, or "default: <why>".
struct Argument {
  std::string text;
  std::string from;
};

inline constexpr std::string_view kUser = "you";

struct Command {
  // For a question that we answer ourselves (-print-sysroot): goes to stdout, nothing is run.
  std::string answer;
  // One sentence each, for stderr; only where the settings ask for warnings.
  std::vector<std::string> warnings;

  std::string program;              // what the system is asked to run
  std::vector<Argument> arguments;  // with argv[0]
  Environment environment;
  std::vector<std::string> environment_removed;                        // names
  std::vector<std::pair<std::string, std::string>> environment_added;  // names and values
  // The first argument that may move into a response file; those before it are programs: the launcher, clang. 0: none may.
  std::size_t first_movable = 0;

  std::vector<std::string> words() const;
};

// One argument a line, argv[0] first; an answer as it is.
std::string print_lines(const Command& command);

// {"program": …, "arguments": [{"text": …, "from": …}], "environment": {"removed": […], "added": {…}}, …}, for programs and for bug
// reports.
std::string print_json(const Command& command, std::string_view settings_file);

}  // namespace jetson
