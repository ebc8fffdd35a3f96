// source -> keep -> tree -> mend -> into place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "sysroot/keep.h"
#include "sysroot/mend.h"
#include "sysroot/progress.h"

namespace jetson {

struct MakeRequest {
  std::string source, destination;
  KeepRules rules;
  bool replace = false;    // an existing destination is swapped for the new one
  bool hardlink = false;   // files of a directory are not copied but linked to, where the file system can
};

struct MakeReport {
  std::uint64_t files = 0, directories = 0, links = 0, bytes = 0;
  struct LeftOut {
    std::string rule;
    std::uint64_t entries = 0, bytes = 0;
  };
  std::vector<LeftOut> left_out;  // largest first; bytes are 0 where a source passed over a directory unseen
  Mended mended;
  std::vector<std::string> remarks;
  std::optional<std::size_t> shared;  // files that are hard links to the source's; nothing where none were asked for
};

Result<MakeReport> make_sysroot(const MakeRequest& request, Progress& progress);

}  // namespace jetson
