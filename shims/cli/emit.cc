#include "emit/emit.h"

#include "base/host.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/emit_cargo.h"
#include "cli/verb.h"
#include "emit/write.h"

namespace jetson {
namespace {

// `text` with every `word` in it replaced.
std::string put_in(std::string_view text, std::string_view word, const std::string& value) {
  std::string done(text);
  for (std::size_t at = done.find(word); at != std::string::npos; at = done.find(word, at + value.size())) done.replace(at, word.size(), value);
  return done;
}

Result<std::string> locate_place(const Emitter& emitter, const Facts& facts, const std::string& project, const Environment& environment) {
  const std::string file = put_in(emitter.file, "PREFIX", facts.prefix);
  const auto below_home = [&](const char* variable, const char* fallback) -> Result<std::string> {
    if (const auto set = environment.get_nonempty(variable); set && is_absolute(from_host_path(*set))) return join(from_host_path(*set), file);
    if (const auto home = environment.get_nonempty(kHomeVariable)) return join(join(from_host_path(*home), fallback), file);
    return Error{.what = std::string(kHomeVariable) + " is not set, so there is no place for " + file, .where = {}, .fix = "set it, or print the text without --write", .more = {}};
  };
  switch (emitter.place) {
    case Place::kOurs: return join(facts.folder, file);
    case Place::kProject: return below(project, file);
    case Place::kUserData: return below_home("XDG_DATA_HOME", ".local/share");
    case Place::kConanHome: return below_home("CONAN_HOME", ".conan2");
  }
  return below(project, file);
}

// What was meant to last is written from settings that hold for this shell only.
void warn_of_variables(const Context& context) {
  for (const std::string name : {"AARCH64_JETSON_CONFIG", "JETSON_SYSROOT"})
    if (context.environment.get_nonempty(name))
      write_all(2, "aarch64-jetson: note: made under " + name + ": what reads it needs the tools to see the same\n");
}

void run(const EmitOptions& options, Context& context) {
  const Emitter* emitter = find_emitter(options.tool);
  if (emitter == nullptr) {
    std::vector<std::string> names;
    std::string list;
    for (const Emitter& one : emitters()) {
      names.emplace_back(one.name);
      list.append(list.empty() ? "" : ", ").append(one.name);
    }
    const std::string near = nearest(options.tool, names);
    return context.fail({.what = "no settings can be written for `" + options.tool + "`",
                         .where = {},
                         .fix = (near.empty() ? "" : "did you mean `" + near + "`? ") + "The tools are: " + list,
                         .fault = Fault::kUsage,
                         .more = {}});
  }
  const auto settings = context.settings(options.prefix);
  if (!settings) return;
  const HostDisk disk;
  const auto facts = locate_facts(options.prefix, *settings, context.environment, context.executable, disk);
  if (!facts) return context.fail(facts.error());
  if (emitter->name == "cargo") return emit_cargo_verb(options, *facts, context);

  const std::string text = emit_file(*emitter, *facts);
  if (!options.write) {
    write_all(1, text);
    return;
  }
  const auto path = locate_place(*emitter, *facts, options.project, context.environment);
  if (!path) return context.fail(path.error());
  std::string told;
  if (emitter->needs_cmake) {
    const auto written = write_own_file(facts->cmake_file(), emit_file(*find_emitter("cmake"), *facts), kMark);
    if (!written) return context.fail(written.error());
    told = written_line(facts->cmake_file(), *written);
  }
  const auto written = write_own_file(*path, text, kMark);
  if (!written) {
    context.fail(written.error());
    if (written.error().fault == Fault::kUser) write_all(1, text);
    return;
  }
  warn_of_variables(context);
  std::string use = put_in(emitter->use, "@", *path);
  use = put_in(use, "PREFIX", facts->prefix);
  write_all(1, told + written_line(*path, *written) + (use.empty() ? "" : "use: " + use + "\n"));
}

}  // namespace

std::string below(const std::string& project, const std::string& file) { return project.empty() ? file : join(project, file); }

std::string written_line(const std::string& path, Written written) {
  return std::string(written == Written::kSame ? "as it was: " : written == Written::kNew ? "wrote " : "changed ") + path + "\n";
}

void add_emit(CLI::App& app, Context& context) {
  std::string list;
  for (const Emitter& one : emitters()) list.append("\n  ").append(one.name).append(std::string(16 - one.name.size(), ' ')).append(one.what);
  CLI::App& verb = *app.add_subcommand("emit", "Print the settings of another tool, or put them where it looks");
  verb.footer("The tools:" + list);
  const auto options = std::make_shared<EmitOptions>();
  verb.add_option("TOOL", options->tool, "The tool to write settings for")->required()->type_name("");
  verb.add_flag("--write", options->write, "Put it where the tool looks; what is there is kept");
  add_path(verb, "--project", options->project, "The project's folder, where it is not the one we are in");
  verb.add_option("--with", options->with, "cargo: what a crate needs besides, as its version in Cargo.lock: opencv, opencv=0.86.1, cuda")->allow_extra_args(false);
  verb.add_flag("--paste", options->paste, "cargo: all lines into the project's file, none by `include`");
  verb.add_flag("--replace", options->replace, "cargo: replace values that are set to something else");
  verb.add_option("--name", options->prefix, "The prefix of the tools and of the settings file")->default_str("aarch64-jetson");
  verb.callback([options, &context] { run(*options, context); });
}

}  // namespace jetson
