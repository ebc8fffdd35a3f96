// What an ELF file says of itself, as far as linking and loading go. Reads the headers and the dynamic section, nothing else of the file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace jetson {

struct ElfFacts {
  enum class Type { kObject, kExecutable, kShared, kOther };
  Type type = Type::kOther;
  bool is_aarch64 = false;  // 64 bits, little-endian, EM_AARCH64
  std::string machine;      // "aarch64", "x86_64", or "machine N"
  std::string soname;
  std::vector<std::string> needed;   // DT_NEEDED, in order
  std::vector<std::string> runpath;  // DT_RUNPATH, else DT_RPATH, split at ':'; with $ORIGIN as it is
};

// `file` open for reading. Nothing where it is no ELF file; an Error where it says it is one and cannot be read as one.
Result<std::optional<ElfFacts>> read_elf(int file, const std::string& name);

}  // namespace jetson
