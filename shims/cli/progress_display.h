// Progress on stderr: a bar with bytes, rate and time left on a terminal; elsewhere a line when a step begins and one when it ends.
#pragma once

#include <memory>

#include "base/environment.h"
#include "sysroot/progress.h"

namespace jetson {

// `quiet`: shows nothing. There is no colour in it.
std::unique_ptr<Progress> make_progress_display(bool quiet, const Environment& environment);

}  // namespace jetson
