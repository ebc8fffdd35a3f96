// How a check of a sysroot is shown at its end and at that of `sysroot make`.
#pragma once

#include <string>

#include "base/environment.h"
#include "base/finding.h"

namespace jetson {

// The table, each kind of a topic cut after ten lines (a copy with wrong links has hundreds), and a last line that counts.
std::string sysroot_report(const Findings& findings, bool is_terminal, const Environment& environment);

}  // namespace jetson
