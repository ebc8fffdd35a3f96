#include "forward/command.h"

#include "base/text.h"

namespace jetson {
namespace {

// Items already in JSON, with `open` and `close` around them.
std::string json_group(char open, const std::vector<std::string>& items, char close, std::string_view separator = ", ") {
  std::string text(1, open);
  for (const std::string& item : items) {
    if (text.size() > 1) text += separator;
    text += item;
  }
  return text + close;
}

}  // namespace

std::vector<std::string> Command::words() const {
  std::vector<std::string> words;
  words.reserve(arguments.size());
  for (const Argument& argument : arguments) words.push_back(argument.text);
  return words;
}

std::string print_lines(const Command& command) {
  std::string text = command.answer;
  for (const Argument& argument : command.arguments) text.append(argument.text).append("\n");
  return text;
}

std::string print_json(const Command& command, std::string_view settings_file) {
  std::vector<std::string> arguments, removed, added;
  for (const Argument& argument : command.arguments)
    arguments.push_back("{\"text\": " + json_quote(argument.text) + ", \"from\": " + json_quote(argument.from) + "}");
  for (const std::string& name : command.environment_removed) removed.push_back(json_quote(name));
  for (const auto& [name, value] : command.environment_added) added.push_back(json_quote(name) + ": " + json_quote(value));
  return "{\"settings\": " + json_quote(settings_file) +                                   //
         ",\n \"program\": " + json_quote(command.program) +                               //
         ",\n \"answer\": " + json_quote(command.answer) +                                 //
         ",\n \"arguments\": " + json_group('[', arguments, ']', ",\n  ") +                //
         ",\n \"environment\": {\"removed\": " + json_group('[', removed, ']') +           //
         ", \"added\": " + json_group('{', added, '}') + "}}\n";
}

}  // namespace jetson
