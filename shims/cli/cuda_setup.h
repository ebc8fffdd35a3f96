// `cuda setup`, for itself and for `init`.
#pragma once

#include <string>

#include "cli/verb.h"

namespace jetson {

// Makes the CUDA view of the settings in force for `prefix`; `toolkit` where the user names one. Returns what to tell: the view, and what goes
// with it and what does not (`findings`).
struct CudaSetup {
  std::string view;
  Findings findings;
};
Result<CudaSetup> set_up_cuda(const Settings& settings, const std::string& prefix, const std::string& toolkit, const Context& context);

}  // namespace jetson
