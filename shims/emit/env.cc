// Exports for a shell, in which configure and make build for the board.
#include <algorithm>

#include "emit/cuda.h"
#include "emit/emit.h"

namespace jetson {
namespace {

std::string quote_for_shell(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) c == '\'' ? quoted += "'\\''" : quoted += c;
  return quoted + "'";
}

}  // namespace

std::string emit_env(const Facts& facts) {
  std::string text;
  const auto add = [&](const std::string& name, const std::string& value) { text += "export " + name + "=" + quote_for_shell(value) + "\n"; };
  constexpr std::pair<const char*, const char*> kTools[] = {
      {"CC", "clang"},       {"CXX", "clang++"}, {"LD", "ld"},           {"AR", "ar"},           {"RANLIB", "ranlib"},
      {"NM", "nm"},          {"STRIP", "strip"}, {"OBJCOPY", "objcopy"}, {"OBJDUMP", "objdump"}, {"READELF", "readelf"},
      {"PKG_CONFIG", "pkg-config"}};
  for (const auto& [name, tool] : kTools) add(name, facts.tool(tool));
  add("CROSS_COMPILE", facts.tool(""));
  // The cc crate would take CC for its builds for this machine, too, but for these; so would autoconf's and the kernel's makefiles.
  for (const auto& [name, value] : {std::pair{"HOST_CC", "cc"}, {"HOST_CXX", "c++"}, {"HOST_AR", "ar"}, {"CC_FOR_BUILD", "cc"}, {"HOSTCC", "cc"}})
    add(name, value);
  std::string target(kRustTarget);
  for (char& c : target) c = c == '-' ? '_' : static_cast<char>(std::toupper(c));
  add("CARGO_TARGET_" + target + "_LINKER", facts.tool("clang"));
  if (!facts.runner.empty()) {
    // cargo parts it at blanks.
    std::string runner;
    for (const std::string& word : facts.runner) runner.append(runner.empty() ? "" : " ").append(word);
    add("CARGO_TARGET_" + target + "_RUNNER", runner);
  }
  for (const auto& [name, value] : build_cargo_environment(facts)) add(name, value);
  return text + emit_cuda_env(facts);
}

}  // namespace jetson
