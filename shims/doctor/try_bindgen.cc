// bindgen loads libclang itself, and gives it the arguments of BINDGEN_EXTRA_CLANG_ARGS: neither clang nor our tools have a say.
#include <dlfcn.h>

#include <algorithm>

#include "base/path.h"
#include "base/response_file.h"
#include "doctor/patient.h"
#include "emit/cargo.h"

namespace jetson {
namespace {

// Of clang-c/Index.h, whose layout is promised to stay.
struct CXString {
  const void* data;
  unsigned private_flags;
};
constexpr int kSeverityError = 3;

// Stays loaded: LLVM's threads and tables do not take well to its going, and this process ends soon.
void* load(const LibClang& libclang, const Disk& disk, std::string& path) {
  std::vector<std::string> names = disk.list(libclang.folder);
  std::erase_if(names, [](const std::string& name) {
    return !(matches_glob("libclang.so*", name) || matches_glob("libclang-*.so*", name)) || name.find("cpp") != std::string::npos;
  });
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    path = join(libclang.folder, name);
    if (void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return library;
  }
  return nullptr;
}

template <class F>
F* function(void* library, const char* name) {
  return reinterpret_cast<F*>(dlsym(library, name));
}

// The first error of parsing `file`; empty where there is none.
std::string parse(void* library, const std::string& file, const std::vector<std::string>& arguments) {
  const auto create_index = function<void*(int, int)>(library, "clang_createIndex");
  const auto parse_unit = function<void*(void*, const char*, const char* const*, int, void*, unsigned, unsigned)>(library, "clang_parseTranslationUnit");
  const auto count = function<unsigned(void*)>(library, "clang_getNumDiagnostics");
  const auto get = function<void*(void*, unsigned)>(library, "clang_getDiagnostic");
  const auto severity = function<int(void*)>(library, "clang_getDiagnosticSeverity");
  const auto spelling = function<CXString(void*)>(library, "clang_getDiagnosticSpelling");
  const auto text_of = function<const char*(CXString)>(library, "clang_getCString");
  const auto dispose_unit = function<void(void*)>(library, "clang_disposeTranslationUnit");
  const auto dispose_index = function<void(void*)>(library, "clang_disposeIndex");
  if (!create_index || !parse_unit || !count || !get || !severity || !spelling || !text_of || !dispose_unit || !dispose_index)
    return "it has not the functions of libclang";
  std::vector<const char*> words;
  words.reserve(arguments.size());
  for (const std::string& argument : arguments) words.push_back(argument.c_str());
  void* const index = create_index(0, 0);
  void* const unit = parse_unit(index, file.c_str(), words.data(), static_cast<int>(words.size()), nullptr, 0, 0);
  std::string error = unit == nullptr ? "it cannot read the file at all" : "";
  for (unsigned i = 0; unit != nullptr && error.empty() && i < count(unit); ++i)
    if (void* diagnostic = get(unit, i); severity(diagnostic) >= kSeverityError) error = text_of(spelling(diagnostic));
  if (unit != nullptr) dispose_unit(unit);
  dispose_index(index);
  return error;
}

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
  const std::string package = facts.clang_release == 0 ? "libclang-dev" : "libclang-" + std::to_string(facts.clang_release) + "-dev";
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
                        .where = "/usr/lib/llvm-*/lib", .fix = "install that of your clang (Debian, Ubuntu: apt install " + package + ")"});
    return findings;
  }
  const Workbench bench(patient);
  const std::string header = bench.write("wrapper.h", "#include <stdio.h>\n#include <arm_neon.h>\n#include <sys/stat.h>\nstruct stat file;\n");
  std::string path;
  void* const library = load(*libclang, patient.disk, path);
  const char* const why = library == nullptr ? dlerror() : nullptr;
  const std::string error = library != nullptr ? parse(library, header, arguments_of_bindgen(facts)) : why != nullptr ? why : "no libclang is there";
  if (error.empty())
    findings.push_back({.kind = Finding::Kind::kFact, .topic = "bindgen", .what = "libclang reads the sysroot's headers as bindgen makes it", .where = path});
  else
    findings.push_back({.kind = Finding::Kind::kProblem, .topic = "bindgen", .what = "libclang does not read the sysroot's headers: " + error,
                        .where = path.empty() ? libclang->folder : path,
                        .fix = "mend what is found of the sysroot above, or install " + package + ", and unset LIBCLANG_PATH if it is set"});
  return findings;
}

}  // namespace jetson
