// What `sysroot make` and `sysroot fetch` say of the sysroot they made: the report, and what the check finds wrong.
#pragma once

#include <string>

#include "cli/verb.h"
#include "sysroot/make.h"

namespace jetson {

void tell_made(const std::string& destination, const MakeReport& report, const Settings& settings, const Context& context);

}  // namespace jetson
