#include "emit/emit.h"

namespace jetson {
namespace {

constexpr Emitter kEmitters[] = {
    {"cargo", "cargo's configuration: linker, runner, and what build scripts read", "#", Place::kProject, ".cargo/config.toml", emit_cargo, ""},
    {"cmake", "a CMake toolchain file", "#", Place::kOurs, "PREFIX.cmake", emit_cmake, "cmake -DCMAKE_TOOLCHAIN_FILE=@"},
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
