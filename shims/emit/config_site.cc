// Autoconf's site file: the tools, and what configure cannot find out without running a program of the board.
#include "emit/emit.h"

namespace jetson {

std::string emit_config_site(const Facts& facts) {
  std::string text;
  constexpr std::pair<const char*, const char*> kTools[] = {{"CC", "clang"},       {"CXX", "clang++"},     {"AR", "ar"},
                                                            {"RANLIB", "ranlib"}, {"NM", "nm"},           {"STRIP", "strip"},
                                                            {"OBJDUMP", "objdump"}, {"PKG_CONFIG", "pkg-config"}};
  // What is named on the command line or in the environment has the last word.
  for (const auto& [name, tool] : kTools)
    text += ": \"${" + std::string(name) + "=" + facts.tool(tool) + "}\"\n";
  text += "# glibc's answers.\n";
  for (const char* name : {"ac_cv_func_malloc_0_nonnull", "ac_cv_func_realloc_0_nonnull", "ac_cv_func_calloc_0_nonnull", "gl_cv_func_working_mktime"})
    text += ": \"${" + std::string(name) + "=yes}\"\n";
  return text;
}

}  // namespace jetson
