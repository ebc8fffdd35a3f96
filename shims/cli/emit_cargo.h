// `emit cargo`: the one tool whose file others keep, too.
#pragma once

#include <string>

#include "cli/verb.h"
#include "emit/facts.h"
#include "emit/write.h"

namespace jetson {

struct EmitOptions {
  std::string tool;
  std::string project;  // empty: the folder we are in
  std::string prefix = "aarch64-jetson";
  std::vector<std::string> with;
  bool write = false, paste = false, replace = false;
};

// What the first line of a file of ours holds.
inline constexpr std::string_view kMark = "`aarch64-jetson emit ";

void emit_cargo_verb(const EmitOptions& options, const Facts& facts, Context& context);

// A file of the project; without a folder's name in front where that is the one we are in.
std::string below(const std::string& project, const std::string& file);

// "wrote PATH\n", "changed PATH\n", "as it was: PATH\n".
std::string written_line(const std::string& path, Written written);

}  // namespace jetson
