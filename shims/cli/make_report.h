// What `sysroot make` and `sysroot fetch` say at their end: the report and what the check finds wrong, or why there is no sysroot.
#pragma once

#include <string>

#include "cli/verb.h"
#include "sysroot/make.h"

namespace jetson {

void tell_made(const std::string& destination, const Result<MakeReport>& report, const Settings& settings, bool quiet, Context& context);

}  // namespace jetson
