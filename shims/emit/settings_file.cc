#include "emit/settings_file.h"

#include "emit/toml_text.h"

namespace jetson {
namespace {

std::string line(const std::string& key, const std::string& value, const std::string& comment = {}) {
  return print_toml_line({"", key, value, comment});
}

}  // namespace

std::string emit_settings(const FoundSettings& found) {
  std::string text = "# Found by `aarch64-jetson init`; after a change of clang or sysroot: init --force\n";
  text += line("sysroot", toml_string(found.sysroot));
  if (!found.module.empty()) text += line("module", toml_string(found.module));
  if (!found.cpu.empty()) text += line("cpu", toml_string(found.cpu), found.cpu_remark);
  if (!found.gcc_directory.empty()) text += line("gcc_directory", toml_string(found.gcc_directory));
  if (!found.libclang.empty()) text += line("libclang", toml_string(found.libclang), "for bindgen");
  text += "\n[programs]\n";
  for (const auto& [key, path] : found.programs) text += line(key, toml_string(path));
  text += "\n[directories]  # of the sysroot\n";
  text += line("library", toml_list(found.library));
  text += line("library_last", toml_list(found.library_last));
  text += line("include", toml_list(found.include));
  text += line("pkg_config", toml_list(found.pkg_config));
  if (!found.has_outline_atomics) text += "\n[flags]\n" + line("compile", R"(["-mno-outline-atomics"])", "this libgcc.a has no __aarch64_ldadd*");
  return text;
}

}  // namespace jetson
