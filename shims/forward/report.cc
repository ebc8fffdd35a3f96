#include "forward/report.h"

#include <algorithm>

#include "base/os.h"
#include "base/path.h"

namespace jetson {
namespace {

constexpr std::string_view kTraceVariable = "AARCH64_JETSON_TRACE";
constexpr std::string_view kDryRunVariable = "AARCH64_JETSON_DRY_RUN";
constexpr int kStdout = 1, kStderr = 2;

// One line that a shell would read back as the same words.
std::string shell_line(const std::vector<std::string>& words) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=+.,/:@%^";
  std::string line;
  for (const std::string& word : words) {
    if (!line.empty()) line += ' ';
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) {
      line += word;
      continue;
    }
    line += '\'';
    for (const char c : word) c == '\'' ? line += "'\\''" : line += c;
    line += '\'';
  }
  return line;
}

std::string trace_text(std::string_view direction, const std::vector<std::string>& words, bool one_a_line) {
  std::string text = "aarch64-jetson: " + std::string(direction) + ":";
  if (!one_a_line) return text + " " + shell_line(words) + "\n";
  for (const std::string& word : words) text += "\n  " + shell_line({word});
  return text + "\n";
}

}  // namespace

int fail(std::string_view path, const Error& error) {
  write_all(kStderr, format_error(file_name(path), error));
  return static_cast<int>(error.fault);
}

Error unknown_name_error(std::string_view path) {
  return {.what = "called as `" + std::string(file_name(path)) + "`, which is no name of a tool of ours",
          .where = {},
          .fix = "call it as <prefix>-<tool>, such as aarch64-jetson-clang; the tools are: " + list_of_tools(),
          .fault = Fault::kUsage,
          .more = {}};
}

void trace(const Call& call, const Command& command) {
  for (const std::string& warning : command.warnings)
    write_all(kStderr, std::string(file_name(call.called_path)) + ": warning: " + warning + "\n");
  const auto level = call.environment.get_nonempty(kTraceVariable);
  if (!level || *level == "0") return;
  std::vector<std::string> came{call.called_path};
  came.insert(came.end(), call.arguments.begin(), call.arguments.end());
  write_all(kStderr, trace_text("in", came, *level == "2") + trace_text("out", command.words(), *level == "2"));
}

std::optional<int> print_instead_of_running(const Call& call, const Command& command) {
  const auto dry = call.environment.get_nonempty(kDryRunVariable);
  const bool is_dry = dry && *dry != "0";
  if (!is_dry && !command.program.empty()) return std::nullopt;
  const bool written = write_all(kStdout, is_dry && *dry == "json" ? print_json(command, call.settings.file) : print_lines(command));
  return written ? 0 : fail(call.called_path, {.what = "cannot write to stdout", .where = {}, .fix = {}, .more = {}});
}

}  // namespace jetson
