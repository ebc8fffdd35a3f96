// clangd, by its own file and by the editor's settings.
#include "base/text.h"
#include "emit/emit.h"

namespace jetson {

// JSON strings are YAML's, too.
std::string emit_clangd(const Facts& facts) {
  std::string text = "# Where compile_commands.json names our compilers, clangd may instead ask them: --query-driver=" + facts.tool("*") + "\n";
  text += "CompileFlags:\n  Add:\n";
  for (const std::string& flag : facts.compile_flags) text += "    - " + json_quote(flag) + "\n";
  // A flag of gcc that clang lacks is no error in an editor.
  return text + "  Remove: [-mno-outline-atomics, -fconserve-stack, -fno-allow-store-data-races]\n";
}

std::string emit_vscode(const Facts& facts) {
  return "{\n  \"clangd.arguments\": [" + json_quote("--query-driver=" + facts.tool("*")) + "],\n" +
         "  \"rust-analyzer.cargo.target\": " + json_quote(kRustTarget) + ",\n" +
         "  \"cmake.configureSettings\": {\"CMAKE_TOOLCHAIN_FILE\": " + json_quote(facts.cmake_file()) + "}\n}\n";
}

// For Microsoft's C/C++ extension, which asks the compiler for target and directories.
std::string emit_vscode_cpptools(const Facts& facts) {
  return "{\n  \"version\": 4,\n  \"configurations\": [\n    {\n      \"name\": \"Jetson\",\n" + std::string("      \"compilerPath\": ") +
         json_quote(facts.tool("clang++")) + ",\n      \"intelliSenseMode\": \"linux-clang-arm64\",\n" +
         "      \"compileCommands\": \"${workspaceFolder}/build/compile_commands.json\"\n    }\n  ]\n}\n";
}

}  // namespace jetson
