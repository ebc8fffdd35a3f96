// What libclang makes of a file, as bindgen has it read: libclang_loaded.cc, or where this program cannot load libraries (it is static)
// libclang_of_clang.cc.
#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "emit/facts.h"

namespace jetson {

struct LibClangReading {
  std::string by;                   // the file that read
  std::string error;                // empty where it was read
  bool is_tried = true;             // false: here is nothing to read it with
};

// Reads `file` with one libclang of that folder.
LibClangReading read_by_libclang(const LibClang& libclang, const std::string& file, const std::vector<std::string>& arguments, const Disk& disk);

}  // namespace jetson
