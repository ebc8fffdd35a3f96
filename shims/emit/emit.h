// The tools we write settings for: one emitter each, pure, in a file of its own.
#pragma once

#include <span>

#include "emit/cargo.h"
#include "emit/facts.h"

namespace jetson {

// Where `--write` puts the text.
enum class Place {
  kOurs,        // Facts::folder: the tool is told the path
  kProject,     // the project's folder
  kUserData,    // $XDG_DATA_HOME or ~/.local/share
  kConanHome,   // $CONAN_HOME or ~/.conan2
};

struct Emitter {
  std::string_view name;     // of the verb: `emit NAME`
  std::string_view what;     // for --help
  std::string_view comment;  // how a comment starts
  Place place;
  std::string_view file;     // below the place; "PREFIX" stands for the tools' prefix
  std::string (*emit)(const Facts&);
  bool needs_cmake;          // the text names the toolchain file
  std::string_view use;      // how the tool is told of the file ("@"), once it is written; may be empty
};

std::string emit_bazel(const Facts& facts);
std::string emit_clangd(const Facts& facts);
std::string emit_cmake(const Facts& facts);
std::string emit_conan(const Facts& facts);
std::string emit_config_site(const Facts& facts);
std::string emit_env(const Facts& facts);
std::string emit_meson(const Facts& facts);
std::string emit_vscode(const Facts& facts);
std::string emit_vscode_cpptools(const Facts& facts);

std::span<const Emitter> emitters();
// Null where there is none of that name.
const Emitter* find_emitter(std::string_view name);

// A first line that says whose file it is, then the text.
std::string emit_file(const Emitter& emitter, const Facts& facts);

}  // namespace jetson
