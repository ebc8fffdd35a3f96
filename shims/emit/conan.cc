// A host profile of Conan 2.
#include "base/text.h"
#include "emit/emit.h"

namespace jetson {

std::string emit_conan(const Facts& facts) {
  std::string text = "[settings]\nos=Linux\narch=armv8\ncompiler=clang\n";
  if (facts.clang_release > 0) text += "compiler.version=" + std::to_string(facts.clang_release) + "\n";
  text += "compiler.libcxx=libstdc++11\ncompiler.cppstd=gnu17\nbuild_type=Release\n";
  text += "\n[conf]\ntools.build:compiler_executables={\"c\": " + json_quote(facts.tool("clang")) + ", \"cpp\": " + json_quote(facts.tool("clang++")) + "}\n";
  text += "tools.build:sysroot=" + facts.sysroot + "\n";
  text += "tools.cmake.cmaketoolchain:user_toolchain=[" + json_quote(facts.cmake_file()) + "]\n";
  text += "\n[buildenv]\n";
  constexpr std::pair<const char*, const char*> kTools[] = {{"CC", "clang"}, {"CXX", "clang++"}, {"AR", "ar"}, {"RANLIB", "ranlib"},
                                                            {"NM", "nm"},    {"STRIP", "strip"}, {"PKG_CONFIG", "pkg-config"}};
  for (const auto& [name, tool] : kTools) text += std::string(name) + "=" + facts.tool(tool) + "\n";
  return text;
}

}  // namespace jetson
