#include "doctor/patient.h"

#include <fstream>

#include "base/complaint.h"
#include "base/host.h"
#include "base/native_path.h"
#include "base/path.h"
#include "base/text.h"

namespace jetson {

std::string version_in(std::string_view line) {
  constexpr std::string_view kDigits = "0123456789";
  for (std::size_t at = 0; (at = line.find_first_of(kDigits, at)) != std::string_view::npos;) {
    const std::string_view number = line.substr(at, line.find_first_not_of("0123456789.", at) - at);
    if (number.find('.') != std::string_view::npos && !number.ends_with('.')) return std::string(number);
    at += number.size();
  }
  return {};
}

std::string Patient::tool(std::string_view name) const { return with_program_ending(parent(request.executable) + "/" + request.prefix + "-" + std::string(name)); }

std::optional<std::string> Patient::on_path(std::string_view name) const {
  for (const std::string& folder : path_folders(request.environment)) {
    std::string file = join(folder, with_program_ending(name));
    if (const FileInfo info = disk.info(file); info.is_file() && info.executable) return file;
  }
  return std::nullopt;
}

std::optional<std::string> Patient::version_line(const std::string& program) const {
  const auto end = run_child({.arguments = {program, "--version"}, .environment = request.environment});
  if (!end || !end->ok()) return std::nullopt;
  return std::string(first_line(end->out));
}

std::string Workbench::write(const std::string& name, const std::string& text) const {
  const std::string path = folder() + "/" + name;
  std::error_code code;
  std::filesystem::create_directories(native_path(parent(path)), code);
  std::ofstream(native_path(path), std::ios::binary) << text;
  return path;
}

std::optional<Finding> Workbench::fails(const std::string& topic, const std::string& title, std::vector<std::string> arguments,
                                        const std::string& fix, std::string* output) const {
  ChildRequest request{.arguments = std::move(arguments), .environment = patient_.request.environment, .directory = folder()};
  // What is built goes with the folder, wherever the user lets cargo put it; and our own tools are to build, not to tell of it.
  request.environment.set("CARGO_TARGET_DIR", folder() + "/target");
  for (const char* name : {"CARGO_BUILD_TARGET_DIR", "AARCH64_JETSON_DRY_RUN", "AARCH64_JETSON_TRACE"}) request.environment.remove(name);
  const auto end = run_child(request);
  const auto problem = [&](const std::string& what, const std::string& mend) {
    return Finding{.kind = Finding::Kind::kProblem, .topic = topic, .what = title + " does not build: " + what, .where = request.arguments.front(), .fix = mend};
  };
  if (!end) return problem(end.error().what, fix);
  if (output != nullptr) *output = end->out;
  if (end->ok()) return std::nullopt;
  const Complaint complaint = complaint_of(*end);
  return problem(complaint.what, complaint.fix.empty() ? fix : complaint.fix);
}

Finding Workbench::run(const std::string& topic, const std::string& title, const std::string& program) const {
  Finding finding{.kind = Finding::Kind::kFact, .topic = topic, .what = title + " was built", .where = {}};
  const std::vector<std::string>& runner = patient_.facts->runner;
  if (runner.empty()) return finding;
  std::vector<std::string> arguments = runner;
  arguments.push_back(program);
  const auto end = run_child({.arguments = arguments, .environment = patient_.request.environment, .directory = folder()});
  if (end && end->ok() && end->out == "42\n") {
    finding.what = title + " was built, and ran in " + runner.front();
    return finding;
  }
  const std::string why = !end ? end.error().what : complaint_of(end->err).what;
  finding.kind = Finding::Kind::kProblem;
  finding.what = title + " was built, but does not run in " + runner.front() + (end ? " (exit code " + std::to_string(end->exit_code) + ")" : "") +
                 (why.empty() ? "" : ": " + why);
  finding.where = program;
  finding.fix = "the loader and libraries are the sysroot's: mend what is found of it above, or install a newer qemu-user-static";
  return finding;
}

}  // namespace jetson
