// cargo, and a rustc that has the standard library for the board.
#include "base/install_advice.h"
#include "base/path.h"
#include "base/text.h"
#include "doctor/patient.h"
#include "emit/cargo.h"

namespace jetson {

Findings check_rust_programs(const Patient& patient) {
  const auto cargo = patient.on_path("cargo");
  if (!cargo) return {{.kind = Finding::Kind::kFact, .topic = "cargo", .what = "cargo is not on PATH: Rust was not tried", .where = "PATH"}};
  Findings findings;
  const auto look_at = [&](const std::string& topic, const std::string& program) {
    const auto line = patient.version_line(program);
    if (line) findings.push_back({.kind = Finding::Kind::kFact, .topic = topic, .what = *line, .where = program, .version = version_in(*line)});
    else
      findings.push_back({.kind = Finding::Kind::kProblem, .topic = topic, .what = "`" + topic + " --version` does not run", .where = program,
                          .fix = "install Rust again, or with rustup run `rustup default stable`"});
    return line.has_value();
  };
  if (!look_at("cargo", *cargo)) return findings;
  // As cargo chooses it.
  const std::string rustc = patient.request.environment.get_nonempty("RUSTC").value_or(patient.on_path("rustc").value_or("rustc"));
  if (!look_at("rustc", rustc)) return findings;
  const std::string target(kRustTarget);
  const auto end = run_child({.arguments = {rustc, "--print", "target-libdir", "--target", target}, .environment = patient.request.environment});
  const std::string folder = std::string(first_line(end ? end->out : ""));
  for (const std::string& name : patient.disk.list(folder))
    if (name.starts_with("libstd-")) return findings;
  findings.push_back({.kind = Finding::Kind::kProblem,
                      .topic = "rustc",
                      .what = "this rustc has no standard library for " + target,
                      .where = folder.empty() ? rustc : folder,
                      .fix = "install it (" + install_command(Package::kRustLibrary) + ")"});
  return findings;
}

}  // namespace jetson
