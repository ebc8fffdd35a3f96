#include "emit/cargo.h"

#include <algorithm>

#include "base/path.h"

namespace jetson {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : separator).append(word);
  return text;
}

}  // namespace

std::string shell_word(const std::string& word) {
  if (word.find_first_of(" \t\n'\"\\$`") == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word) c == '\'' ? quoted += "'\\''" : quoted += c;
  return quoted + "'";
}

std::vector<std::pair<std::string, std::string>> build_cargo_environment(const Facts& facts) {
  std::string suffix = "_" + std::string(kRustTarget);
  std::replace(suffix.begin(), suffix.end(), '-', '_');
  std::vector<std::pair<std::string, std::string>> variables;
  const auto add = [&](const std::string& name, const std::string& value) { variables.emplace_back(name + suffix, value); };
  add("CC", facts.tool("clang"));
  add("CXX", facts.tool("clang++"));
  add("AR", facts.tool("ar"));
  add("RANLIB", facts.tool("ranlib"));
  add("CMAKE_TOOLCHAIN_FILE", facts.cmake_file());
  add("PKG_CONFIG_SYSROOT_DIR", facts.sysroot);
  // An empty list would mean pkg-config's own directories, which are this machine's; the sysroot itself holds no .pc file.
  add("PKG_CONFIG_LIBDIR", facts.pkg_config.empty() ? facts.sysroot : joined(facts.pkg_config, std::string(1, kListSeparator)));
  // Else this machine's would come first.
  add("PKG_CONFIG_PATH", "");
  // bindgen asks the clang it finds on PATH for its headers, which libclang of another release cannot read.
  std::string bindgen = shell_word("--sysroot=" + facts.sysroot);
  if (facts.libclang && !facts.libclang->resource_dir.empty()) bindgen += " " + shell_word("-resource-dir=" + facts.libclang->resource_dir);
  add("BINDGEN_EXTRA_CLANG_ARGS", bindgen);
  if (facts.libclang) variables.emplace_back("LIBCLANG_PATH", facts.libclang->folder);
  // For the cc crate's cuda(true); it links what it finds beside this nvcc.
  if (facts.cuda && facts.cuda->has_nvcc) add("NVCC", facts.cuda->nvcc());
  return variables;
}

std::vector<TomlEntry> build_cargo_entries(const Facts& facts) {
  const std::string target = "target." + std::string(kRustTarget);
  // The name ends in -clang: rustc then calls it as a C compiler driver, and lets clang choose the start files.
  std::vector<TomlEntry> entries{{target, "linker", toml_string(facts.tool("clang")), ""}};
  if (!facts.runner.empty()) entries.push_back({target, "runner", toml_list(facts.runner), "for cargo run and cargo test"});
  for (const auto& [name, value] : build_cargo_environment(facts)) entries.push_back({"env", name, toml_string(value), ""});
  return entries;
}

std::string emit_cargo(const Facts& facts) { return print_toml(build_cargo_entries(facts)); }

}  // namespace jetson
