// packages -> mmdebstrap -> make_sysroot: what is done to every sysroot is done to this one.
#pragma once

#include <string>
#include <vector>

#include "base/environment.h"
#include "base/error.h"
#include "settings/preset.h"
#include "sysroot/keep.h"
#include "sysroot/make.h"
#include "sysroot/progress.h"

namespace jetson {

struct FetchRequest {
  Preset preset;                    // whole (load_preset)
  Preset fallback;                  // the same by other mirrors, for when the first do not answer or lack a suite
  std::vector<std::string> packages;
  std::string destination;
  KeepRules rules;
  bool replace = false;
};

// Checks all that can be checked before any work. The packages are unpacked in a folder beside the destination, which is gone at the end,
// also after a failure; one that a killed run left is removed by the next.
Result<MakeReport> fetch_sysroot(const FetchRequest& request, const Environment& environment, Progress& progress);

}  // namespace jetson
