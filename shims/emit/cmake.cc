// A CMake toolchain file.
#include "base/path.h"
#include "emit/cuda.h"
#include "emit/emit.h"

namespace jetson {
namespace {

std::string quote_for_cmake(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '$' || c == ';') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string set(std::string_view name, std::string_view value) { return "set(" + std::string(name) + " " + quote_for_cmake(value) + ")\n"; }

}  // namespace

std::string emit_cmake(const Facts& facts) {
  std::string text = set("CMAKE_SYSTEM_NAME", "Linux") + set("CMAKE_SYSTEM_PROCESSOR", "aarch64");
  text += set("CMAKE_C_COMPILER", facts.tool("clang")) + set("CMAKE_CXX_COMPILER", facts.tool("clang++"));
  // Our tools know the target; clang-tidy, which takes it from the words in compile_commands.json, does not.
  text += set("CMAKE_C_COMPILER_TARGET", facts.multiarch) + set("CMAKE_CXX_COMPILER_TARGET", facts.multiarch);
  text += set("CMAKE_SYSROOT", facts.sysroot) + set("CMAKE_LIBRARY_ARCHITECTURE", facts.multiarch);
  text += "# Programs are this machine's, all else is the board's.\n";
  text += "set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)\n";
  for (const std::string kind : {"LIBRARY", "INCLUDE", "PACKAGE"}) text += "set(CMAKE_FIND_ROOT_PATH_MODE_" + kind + " ONLY)\n";
  for (const std::string& prefix : facts.board_prefixes) text += "list(APPEND CMAKE_SYSTEM_PREFIX_PATH " + quote_for_cmake(prefix) + ")\n";
  text += set("PKG_CONFIG_EXECUTABLE", facts.tool("pkg-config"));
  if (!facts.runner.empty()) {
    text += "set(CMAKE_CROSSCOMPILING_EMULATOR";
    for (const std::string& word : facts.runner) text += " " + quote_for_cmake(word);
    text += ")\n";
  }
  return text + emit_cuda_cmake(facts);
}

}  // namespace jetson
