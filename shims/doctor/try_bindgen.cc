// bindgen loads libclang itself, and gives it the arguments of BINDGEN_EXTRA_CLANG_ARGS: neither clang nor our tools have a say.
#include "base/install_advice.h"
#include "base/response_file.h"
#include "doctor/libclang.h"
#include "doctor/patient.h"
#include "emit/cargo.h"

namespace jetson {
namespace {

// What cargo's configuration tells it, and the target, which it adds itself.
std::vector<std::string> arguments_of_bindgen(const Facts& facts) {
  std::vector<std::string> arguments{"--target=" + std::string(kRustTarget)};
  for (const auto& [name, value] : build_cargo_environment(facts))
    if (name.starts_with("BINDGEN_EXTRA_CLANG_ARGS"))
      for (std::string& word : split_gnu_words(value)) arguments.push_back(std::move(word));
  return arguments;
}

}  // namespace

Findings try_bindgen(const Patient& patient) {
  const Facts& facts = *patient.facts;
  const std::string command = install_command(Package::kLibClang, facts.clang_release);
  Findings findings;
  std::optional<LibClang> libclang = facts.libclang;
  // The shell's value wins over that of cargo's configuration.
  if (const auto folder = patient.request.environment.get_nonempty("LIBCLANG_PATH")) {
    libclang = LibClang{0, *folder, {}};
    findings.push_back({.kind = Finding::Kind::kFact, .topic = "libclang", .what = "LIBCLANG_PATH of the shell names it", .where = *folder});
  } else if (libclang) {
    const std::string release = std::to_string(libclang->release);
    findings.push_back({.kind = Finding::Kind::kFact, .topic = "libclang", .what = "libclang " + release, .where = libclang->folder, .version = release});
  } else {
    findings.push_back({.kind = Finding::Kind::kWarning, .topic = "libclang", .what = "there is no libclang: crates that use bindgen do not build",
                        .where = "/usr/lib/llvm-*/lib", .fix = "install that of your clang (" + command + ")"});
    return findings;
  }
  const Workbench bench(patient);
  const std::string header = bench.write("wrapper.h", "#include <stdio.h>\n#include <arm_neon.h>\n#include <sys/stat.h>\nstruct stat file;\n");
  const LibClangReading reading = read_by_libclang(*libclang, header, arguments_of_bindgen(facts), patient.disk);
  if (!reading.is_tried)
    findings.push_back({.kind = Finding::Kind::kFact, .topic = "bindgen", .what = "not tried: this build of aarch64-jetson loads no libraries, and the clang of libclang is not installed",
                        .where = reading.by});
  else if (reading.error.empty())
    findings.push_back({.kind = Finding::Kind::kFact, .topic = "bindgen", .what = "libclang reads the sysroot's headers as bindgen makes it", .where = reading.by});
  else
    findings.push_back({.kind = Finding::Kind::kProblem, .topic = "bindgen", .what = "libclang does not read the sysroot's headers: " + reading.error,
                        .where = reading.by.empty() ? libclang->folder : reading.by,
                        .fix = "mend what is found of the sysroot above, or install that of your clang (" + command + "), and unset LIBCLANG_PATH if it is set"});
  return findings;
}

}  // namespace jetson
