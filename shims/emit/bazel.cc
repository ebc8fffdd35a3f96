// Lines for .bazelrc. No Bazel could be had to try them: they are what its manual says of the C++ toolchain that it configures by itself.
#include "emit/emit.h"

namespace jetson {

std::string emit_bazel(const Facts& facts) {
  const std::string build = "build:" + facts.prefix + " ";
  std::string text;
  // The toolchain is configured once for each value of these; what it is told of this machine's own programs then holds for the board's,
  // so rules that build tools for this machine need another configuration.
  text += build + "--repo_env=CC=" + facts.tool("clang") + "\n";
  text += build + "--repo_env=BAZEL_USE_CPP_ONLY_TOOLCHAIN=1\n";
  text += build + "--action_env=PATH=" + facts.tools + kListSeparator + "/usr/bin" + kListSeparator + "/bin\n";
  if (!facts.runner.empty()) {
    std::string runner;
    for (const std::string& word : facts.runner) runner.append(runner.empty() ? "" : " ").append(word);
    text += "run:" + facts.prefix + " --run_under='" + runner + "'\n";
  }
  return text;
}

}  // namespace jetson
