// The manual page, and the list of verbs for the tests of --help: both hidden, since the build asks for them and no user does.
#include "cli/verb_tree.h"

namespace jetson {
namespace {

// roff reads a leading dot or quote and every backslash as its own, and takes a bare hyphen for typography.
std::string roff(std::string_view text) {
  std::string escaped;
  bool starts_line = true;
  for (const char c : text) {
    if (starts_line && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') escaped += "\\e";
    else if (c == '-') escaped += "\\-";
    else escaped += c;
    starts_line = c == '\n';
  }
  return escaped;
}

std::string manual(const CLI::App& app) {
  std::string text = ".TH AARCH64\\-JETSON 1 \"\" \"aarch64-jetson " AARCH64_JETSON_VERSION "\"\n.SH NAME\naarch64\\-jetson \\- " + roff(app.get_description()) + "\n";
  text += ".SH SYNOPSIS\n.B aarch64\\-jetson\n.I VERB\n[\\fIOPTIONS\\fR]\n.SH VERBS\n";
  for (const Verb& verb : list_verbs(app)) {
    if (verb.path.empty()) continue;
    std::string name;
    for (const std::string& word : verb.path) name.append(name.empty() ? "" : " ").append(word);
    for (const CLI::Option* option : verb.app->get_options())
      if (option->get_positional()) name += option->get_required() ? " " + option->get_single_name() : " [" + option->get_single_name() + "]";
    text += ".SS " + roff(name) + "\n" + roff(verb.app->get_description()) + ".\n";
    if (!verb.app->get_footer().empty()) text += ".PP\n.nf\n" + roff(verb.app->get_footer()) + "\n.fi\n";
    for (const CLI::Option* option : verb.app->get_options()) {
      const std::string shown = option->get_positional() ? option->get_single_name() : option->get_name(false, true);
      text += ".TP\n.B " + roff(shown) + "\n" + roff(option->get_description()) + "\n";
    }
  }
  return text + ".SH FILES\n.TP\n~/.config/aarch64\\-jetson/aarch64\\-jetson.toml\nThe settings.\n";
}

}  // namespace

void add_manual(CLI::App& app, Context&) {
  CLI::App& man = *app.add_subcommand("man", "Print the manual page");
  man.group("");
  man.callback([&app] { write_all(1, manual(app)); });

  CLI::App& verbs = *app.add_subcommand("verbs", "List all verbs");
  verbs.group("");
  verbs.callback([&app] {
    std::string text;
    for (const Verb& verb : list_verbs(app)) {
      std::string line;
      for (const std::string& word : verb.path) line.append(line.empty() ? "" : " ").append(word);
      text += line + "\n";
    }
    write_all(1, text);
  });
}

}  // namespace jetson
