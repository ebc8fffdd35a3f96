// Makes the CUDA view (forward/cuda_view.h).
#pragma once

#include <string>

#include "base/error.h"
#include "cuda/target.h"
#include "cuda/toolkit.h"
#include "forward/cuda_view.h"

namespace jetson {

struct ViewRequest {
  std::string toolkit;     // a folder that the user named; empty: the one that fits best
  std::string named_by;    // "--toolkit", or the place of `cuda_toolkit` in the settings
  std::string former_toolkit = {};  // of the view that is to be replaced: taken before those that a search finds
  std::string sysroot;
  std::string forwarder;   // the executable of our tools
  std::string prefix;      // of the settings
};

struct ViewParts {
  Toolkit toolkit;
  CudaTarget target;
  CudaView facts;  // without its path
};

// Finds both and asks the toolkit. An Error where one is missing or does not run here.
Result<ViewParts> find_view_parts(const ViewRequest& request, const Environment& environment, const Disk& disk);

// Writes the view into `folder`, which is empty. All links within it are relative: it can be moved. Where there are no
// links (join.h) it holds other names or copies of the files.
Failure write_view(const ViewParts& parts, const ViewRequest& request, const std::string& folder);

}  // namespace jetson
