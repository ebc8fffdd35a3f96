// A Meson cross file.
#include "emit/emit.h"

namespace jetson {
namespace {

std::string quote_for_meson(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

}  // namespace

std::string emit_meson(const Facts& facts) {
  std::string text = "[binaries]\n";
  constexpr std::pair<const char*, const char*> kTools[] = {{"c", "clang"},         {"cpp", "clang++"},     {"ar", "ar"},
                                                            {"strip", "strip"},     {"objcopy", "objcopy"}, {"objdump", "objdump"},
                                                            {"readelf", "readelf"}, {"pkg-config", "pkg-config"},
                                                            {"pkgconfig", "pkg-config"}};  // its name before Meson 1.3
  for (const auto& [name, tool] : kTools) text += std::string(name) + " = " + quote_for_meson(facts.tool(tool)) + "\n";
  // It names our C++ compiler and the module's GPU by itself where the project names none.
  if (facts.cuda && facts.cuda->has_nvcc) text += "cuda = " + quote_for_meson(facts.cuda->nvcc()) + "\n";
  if (!facts.runner.empty()) {
    std::string words;
    for (const std::string& word : facts.runner) words.append(words.empty() ? "" : ", ").append(quote_for_meson(word));
    text += "exe_wrapper = [" + words + "]\n";
  }
  // With it, an arm64 desktop does not take the board's programs for its own.
  text += "\n[properties]\nneeds_exe_wrapper = true\nsys_root = " + quote_for_meson(facts.sysroot) + "\n";
  return text + "\n[host_machine]\nsystem = 'linux'\ncpu_family = 'aarch64'\ncpu = 'aarch64'\nendian = 'little'\n";
}

}  // namespace jetson
