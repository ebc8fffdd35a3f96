// Any call, with any settings, on any machine, in the form of the golden cases: what the user said arrives, what is ours stands where it
// may, or there is a message and nothing is run.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/path.h"
#include "base/response_file.h"
#include "forward/cuda_view.h"
#include "forward/clang_options.h"
#include "forward/command.h"
#include "forward/tool.h"
#include "fuzz/require.h"
#include "support/scene.h"

using namespace jetson;

namespace {

constexpr std::string_view kRewritten = "host_paths: was ";

bool is_of_user(const Argument& argument) { return argument.from == kUser || argument.from.starts_with(kRewritten); }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// As clang and lld will see them; a rewritten word is none of a response file.
std::vector<Argument> open(std::span<const Argument> arguments, const Disk& disk) {
  std::vector<Argument> opened;
  for (const Argument& argument : arguments) {
    if (argument.from != kUser) {
      opened.push_back(argument);
      continue;
    }
    for (std::string& word : expand_response_files({&argument.text, 1}, disk)) opened.push_back({std::move(word), argument.from});
  }
  return opened;
}

bool names_itself(const std::vector<std::string>& opened, const Disk& disk) {
  return std::any_of(opened.begin(), opened.end(),
                     [&](const std::string& word) { return word.size() > 1 && word[0] == '@' && disk.info(word.substr(1)).is_file(); });
}

constexpr std::string_view kSearchOptions[] = {"-I", "-L", "-isystem", "-iquote", "-idirafter", "-cxx-isystem", "-Wl,-L",
                                               "--include-directory", "--include-directory-after", "--library-directory",
                                               "--library-path", "-rpath-link", "--rpath-link"};

// "-I/usr/include" -> "/usr/include"; a directory by itself stays; nothing for other words.
std::string directory_in(const std::string& word) {
  std::string directory = is_absolute(word) ? word : "";
  for (const std::string_view option : kSearchOptions) {
    if (!word.starts_with(option)) continue;
    const std::string rest = word.substr(option.size());
    if (is_absolute(rest)) directory = rest;
    if (rest.starts_with("=/")) directory = rest.substr(1);
  }
  return directory;
}

bool is_of_this_machine(const std::string& directory) {
  const std::string path = directory.empty() ? "" : normal(directory);
  return path.starts_with("/usr/") || path.starts_with("/lib") || path.starts_with("/opt/nvidia/");
}

bool is_search_option(const std::string& word) {
  return std::find(std::begin(kSearchOptions), std::end(kSearchOptions), word) != std::end(kSearchOptions);
}

// What the user said, with response files opened, and by which rules of the README it may change on its way.
struct Said {
  std::vector<std::string> words;
  ToolKind kind;
  bool rewrites;  // host_paths

  // An option and its value in two words go together.
  std::size_t words_at(std::size_t i) const {
    if (i + 1 == words.size()) return 1;
    const bool is_flavor = kind == ToolKind::kLinker && i == 0 && words[0] == "-flavor";
    const bool is_directory = is_search_option(words[i]) && is_of_this_machine(words[i + 1]);
    return is_flavor || is_empty_value(i) || is_directory ? 2 : 1;
  }

  bool is_empty_value(std::size_t i) const {
    return kind == ToolKind::kDriver && is_one_of(words[i], {"-target", "--sysroot"}) && i + 1 < words.size() && words[i + 1].empty();
  }

  bool may_be_left_out(std::size_t i) const {
    if (kind == ToolKind::kLinker && i == 0 && words[0] == "-flavor") return words.size() > 1;
    if (kind == ToolKind::kDriver && (is_one_of(words[i], {"--target=", "--sysroot="}) || is_empty_value(i))) return true;
    if (!rewrites) return false;
    return words_at(i) == 2 || (!is_absolute(words[i]) && is_of_this_machine(directory_in(words[i])));
  }

  bool came_as(std::size_t i, const Argument& came) const {
    if (came.text == words[i]) return true;
    if (!rewrites || !came.from.starts_with(kRewritten)) return false;
    const std::string was = came.from.substr(kRewritten.size());
    const std::string option = words[i].substr(0, words[i].size() - std::min(was.size(), words[i].size()));
    return is_of_this_machine(was) && words[i] == option + was && came.text.starts_with(option + "/");
  }
};

void check_arrival(const Said& said, const std::vector<Argument>& arrived) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < said.words.size();) {
    const std::size_t count = said.words_at(i);
    bool came = next + count <= arrived.size();
    for (std::size_t k = 0; came && k < count; ++k) came = said.came_as(i + k, arrived[next + k]);
    require(came || said.may_be_left_out(i), "every argument of the user arrives, in order", said.words[i]);
    if (came) next += count;
    i += count;
  }
  require(next == arrived.size(), "nothing arrives that the user did not say", next < arrived.size() ? arrived[next].text : "");
}

// Walks the command as clang's driver will.
void check_driver_order(const std::vector<Argument>& arguments) {
  bool quiet = false, ended = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Argument& argument = arguments[i];
    if (ended) {
      require(is_of_user(argument), "nothing of ours stands behind a --", argument.text);
      continue;
    }
    const std::size_t last = i + static_cast<std::size_t>(separate_values(argument.text));
    for (std::size_t value = i + 1; value <= std::min(last, arguments.size() - 1); ++value)
      require(is_of_user(arguments[value]) == is_of_user(argument), "an option takes no value that is not meant for it", argument.text);
    if (is_of_user(argument)) {
      require(!quiet, "the user's own flags are told when unused", argument.text);
      ended = argument.text == "--";
    } else if (argument.text == "--start-no-unused-arguments") {
      require(!quiet, "quiet parts do not nest");
      quiet = true;
    } else if (argument.text == "--end-no-unused-arguments") {
      require(quiet, "a quiet part ends once");
      quiet = false;
    } else {
      require(quiet, "no flag of ours is told as unused", argument.text);
      require(argument.text != "--", "no flag of ours ends the options");
      require(!is_one_of(argument.text, {"--target=", "--sysroot="}), "an empty one names nothing", argument.text);
    }
    i = last;
  }
  require(!quiet, "a quiet part ends");
}

void check_environment(const Scene& scene, const Scene::Outcome& outcome) {
  const Environment before(scene.environment);
  const Words& removed = outcome.settings->environment.remove.value;
  const Environment& after = outcome.command->environment;
  for (const std::string& line : scene.environment) {
    const std::string name = line.substr(0, line.find('='));
    const auto& added = outcome.command->environment_added;
    const bool is_changed = name.starts_with("AARCH64_JETSON_DEPTH") || std::find(removed.begin(), removed.end(), name) != removed.end() ||
                            std::any_of(added.begin(), added.end(), [&](const auto& pair) { return pair.first == name; });
    require(is_changed || after.get(name) == before.get(name), "the environment is passed on", line);
  }
  require(after.get("AARCH64_JETSON_DEPTH").has_value(), "the depth is counted");
}

void check_command(const Scene& scene, const Scene::Outcome& outcome) {
  const Command& command = *outcome.command;
  const std::vector<std::string> given(scene.call.begin() + 1, scene.call.end());
  auto name = parse_called_name(scene.call.front());
  if (!name) name = read_view_name(scene.call.front(), scene.disk);
  const Tool& tool = *name->tool;
  for (const Argument& argument : command.arguments) {
    require(!argument.from.empty(), "every argument says who put it there", argument.text);
    require(is_of_user(argument) || argument.text.find('\0') == std::string::npos, "what is run has no NUL", argument.text);
  }
  require(!print_json(command, outcome.file).empty(), "a command can be printed");
  if (!command.answer.empty()) {
    require(command.answer.ends_with('\n') && command.program.empty() && command.arguments.empty(), "an answer is all there is");
    return;
  }
  require(!command.arguments.empty(), "there is an argv[0]");
  // nvcc is told that it lies in the view.
  const bool is_nvcc = tool.kind == ToolKind::kNvcc;
  require(is_nvcc ? command.arguments.front().text.ends_with("/bin/nvcc") : command.program == command.arguments.front().text, "argv[0] is the program");
  require(scene.disk.info(command.program).is_file(), "the program is there", command.program);
  require(!file_name(scene.disk.real_path(command.program).value_or("")).starts_with(kFamily), "the program is not ourselves", command.program);
  check_environment(scene, outcome);

  const std::vector<std::string> said = expand_response_files(given, scene.disk);
  const bool is_frontend = tool.kind == ToolKind::kDriver && !said.empty() && said.front().starts_with("-cc1");
  if (is_frontend || is_nvcc || tool.kind == ToolKind::kBinutil || tool.kind == ToolKind::kPkgConfig) {
    const std::vector<std::string> words = command.words();
    const auto ours = std::count_if(command.arguments.begin(), command.arguments.end(), [](const Argument& a) { return !is_of_user(a); });
    require(words.size() == given.size() + static_cast<std::size_t>(ours), "every argument arrives, and no other");
    require(std::equal(given.begin(), given.end(), words.begin() + ours), "nothing is added to or changed in such a call");
    require(std::none_of(command.arguments.begin(), command.arguments.begin() + ours, is_of_user), "the program's own words lead");
    return;
  }

  // Clang 14 leaves a response file that names itself closed, clang 19 refuses it.
  if (names_itself(said, scene.disk)) return;
  const std::vector<Argument> arguments = open(command.arguments, scene.disk);
  std::vector<Argument> arrived;
  std::copy_if(arguments.begin(), arguments.end(), std::back_inserter(arrived), is_of_user);
  check_arrival({said, tool.kind, outcome.settings->host_paths.value == HostPaths::kRewrite}, arrived);
  if (tool.kind != ToolKind::kDriver) return;

  const std::string mode = "--driver-mode=" + std::string(tool.driver_mode);
  const auto is_mode = [&](const Argument& argument) { return !is_of_user(argument) && argument.text == mode && argument.from.starts_with("default: "); };
  const auto start = std::find_if(arguments.begin(), arguments.end(), is_mode);
  require(start != arguments.end(), "clang is told what it is called as");
  require(std::none_of(arguments.begin(), start, is_of_user), "the program's own words lead");
  check_driver_order({start + 1, arguments.end()});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Scene scene;
  for (const Line& line : read_lines({reinterpret_cast<const char*>(data), size})) scene.take(line);
  if (scene.call.empty()) return 0;
  const Scene::Outcome outcome = scene.play();
  require(outcome.command.has_value() != outcome.error.has_value(), "there is a command or a message");
  if (outcome.command) {
    check_command(scene, outcome);
  } else {
    require(!outcome.error->what.empty(), "a message says what is wrong");
    require(outcome.error->fault != Fault::kOurs, "no input makes it our fault", outcome.error->what);
    require(!format_error("aarch64-jetson-clang", *outcome.error).empty(), "a message can be printed");
  }
  return 0;
}
