#include "emit/emit.h"

namespace jetson {
namespace {

// Each place is where that tool's manual says it looks.
constexpr Emitter kEmitters[] = {
    {"cargo", "cargo: linker, runner, and what build scripts read", "#", Place::kProject, ".cargo/config.toml", emit_cargo, true, ""},
    {"env", "exports for a shell: configure, make, cargo", "#", Place::kOurs, "PREFIX.sh", emit_env, true, ". @"},
    {"cmake", "a CMake toolchain file", "#", Place::kOurs, "PREFIX.cmake", emit_cmake, false, "cmake -DCMAKE_TOOLCHAIN_FILE=@"},
    {"meson", "a Meson cross file", "#", Place::kUserData, "meson/cross/PREFIX", emit_meson, false, "meson setup --cross-file PREFIX"},
    {"autoconf", "a site file for configure", "#", Place::kOurs, "PREFIX.site", emit_config_site, false,
     "CONFIG_SITE=@ ./configure --host=aarch64-linux-gnu"},
    {"clangd", "a .clangd for the project", "#", Place::kProject, ".clangd", emit_clangd, false, ""},
    {"vscode", "VS Code with clangd, CMake and rust-analyzer", "//", Place::kProject, ".vscode/settings.json", emit_vscode, true, ""},
    {"vscode-cpptools", "VS Code with Microsoft's C/C++ extension", "//", Place::kProject, ".vscode/c_cpp_properties.json", emit_vscode_cpptools,
     false, ""},
    {"conan", "a host profile of Conan 2", "#", Place::kConanHome, "profiles/PREFIX", emit_conan, true, "conan install . -pr:h PREFIX -pr:b default"},
    {"bazel", "lines for .bazelrc (not tried with a Bazel yet)", "#", Place::kProject, "PREFIX.bazelrc", emit_bazel, false,
     "import %workspace%/@, in .bazelrc; then bazel build --config=PREFIX"},
};

}  // namespace

std::span<const Emitter> emitters() { return kEmitters; }

const Emitter* find_emitter(std::string_view name) {
  for (const Emitter& emitter : kEmitters)
    if (emitter.name == name) return &emitter;
  return nullptr;
}

std::string emit_file(const Emitter& emitter, const Facts& facts) {
  const std::string settings = facts.settings_file.empty() ? "the built-in settings" : facts.settings_file;
  return std::string(emitter.comment) + " By `aarch64-jetson emit " + std::string(emitter.name) + "` from " + settings + "\n" + emitter.emit(facts);
}

}  // namespace jetson
