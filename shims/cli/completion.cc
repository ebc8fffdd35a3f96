// What a shell completes, told by the verbs themselves.
#include <functional>

#include "cli/verb_tree.h"

namespace jetson {
namespace {

struct Choices {
  std::string path;  // "/sysroot/make"; "" for the program itself
  std::vector<std::pair<std::string, std::string>> words;  // with what each is
};

std::vector<Choices> collect_choices(const CLI::App& app) {
  std::vector<Choices> all;
  for (const Verb& verb : list_verbs(app)) {
    Choices choices;
    for (const std::string& word : verb.path) choices.path += "/" + word;
    for (const CLI::App* inner : visible_verbs(*verb.app)) choices.words.emplace_back(inner->get_name(), inner->get_description());
    for (const CLI::Option* option : verb.app->get_options())
      for (const std::string& name : option->get_lnames()) choices.words.emplace_back("--" + name, option->get_description());
    all.push_back(std::move(choices));
  }
  return all;
}

// The paths below the program, for a `case`.
std::string case_of_paths(const std::vector<Choices>& all) {
  std::string paths;
  for (const Choices& one : all)
    if (!one.path.empty()) paths.append(paths.empty() ? "" : " | ").append(one.path);
  return paths;
}

std::string quote(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) c == '\'' ? quoted += "'\\''" : quoted += c;
  return quoted + "'";
}

std::string bash(const std::vector<Choices>& all) {
  std::string text = "_aarch64_jetson() {\n  local at= i words\n  for ((i = 1; i < COMP_CWORD; i++)); do\n    case $at/${COMP_WORDS[i]} in\n      " + case_of_paths(all) +
                     ") at+=/${COMP_WORDS[i]} ;;\n    esac\n  done\n  case $at in\n";
  for (const Choices& one : all) {
    std::string words;
    for (const auto& [word, what] : one.words) words.append(words.empty() ? "" : " ").append(word);
    text += "    " + quote(one.path) + ") words=" + quote(words) + " ;;\n";
  }
  return text + "  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
                "  ((${#COMPREPLY[@]})) || COMPREPLY=($(compgen -f -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\n"
                "complete -o filenames -F _aarch64_jetson aarch64-jetson\n";
}

std::string zsh(const std::vector<Choices>& all) {
  std::string text = "#compdef aarch64-jetson\nlocal at= word\nlocal -a choices\nfor word in ${words[2,CURRENT-1]}; do\n  case $at/$word in\n    " +
                     case_of_paths(all) + ") at+=/$word ;;\n  esac\ndone\ncase $at in\n";
  for (const Choices& one : all) {
    text += "  " + quote(one.path) + ") choices=(";
    for (const auto& [word, what] : one.words) text += "\n    " + quote(word + ":" + what);
    text += ") ;;\n";
  }
  return text + "esac\n_describe aarch64-jetson choices || _files\n";
}

std::string fish(const std::vector<Choices>& all) {
  std::string text;
  for (const Choices& one : all) {
    // Seen are all words of the path, and none of the verbs below it.
    std::string condition;
    std::size_t at = 1;
    while (at <= one.path.size() && !one.path.empty()) {
      const std::size_t end = std::min(one.path.find('/', at), one.path.size());
      condition += "__fish_seen_subcommand_from " + one.path.substr(at, end - at) + "; and ";
      at = end + 1;
    }
    std::string below;
    for (const auto& [word, what] : one.words)
      if (!word.starts_with("--")) below += " " + word;
    condition += below.empty() ? "true" : "not __fish_seen_subcommand_from" + below;
    for (const auto& [word, what] : one.words) {
      const bool is_option = word.starts_with("--");
      text += "complete -c aarch64-jetson -n " + quote(condition) + (is_option ? " -l " + word.substr(2) : " -f -a " + word) + " -d " + quote(what) + "\n";
    }
  }
  return text;
}

}  // namespace

void add_completion(CLI::App& app, Context& context) {
  CLI::App& verb = *app.add_subcommand("completion", "Print what a shell needs to complete our verbs");
  const auto shell = std::make_shared<std::string>();
  verb.add_option("SHELL", *shell, "bash, zsh or fish")->required()->type_name("");
  verb.callback([shell, &app, &context] {
    const std::vector<Choices> all = collect_choices(app);
    if (*shell == "bash") write_all(1, bash(all));
    else if (*shell == "zsh") write_all(1, zsh(all));
    else if (*shell == "fish") write_all(1, fish(all));
    else context.fail({.what = "there is no completion for `" + *shell + "`", .where = {}, .fix = "the shells are: bash, zsh, fish", .fault = Fault::kUsage, .more = {}});
  });
}

}  // namespace jetson
