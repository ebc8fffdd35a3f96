// From a call to the command that answers it. Reads the disk through Call::disk, changes nothing, runs nothing.
#pragma once

#include <string_view>

#include "base/error.h"
#include "forward/call.h"
#include "forward/command.h"

namespace jetson {

// Dispatches by the kind of tool, then takes out of the environment what the settings name.
Result<Command> build_command(const Call& call);

// One for each kind of tool.
Result<Command> build_driver_command(const Call& call);      // driver.cc
Result<Command> build_linker_command(const Call& call);      // linker.cc
Result<Command> build_binutil_command(const Call& call);     // binutil.cc
Result<Command> build_pkg_config_command(const Call& call);  // pkg_config.cc
Result<Command> build_nvcc_command(const Call& call);        // nvcc.cc
Result<Command> build_fatbinary_command(const Call& call);   // fatbinary.cc

// Our own tool of that name and of the call's prefix, as a path.
std::string own_tool(const Call& call, std::string_view name);

// The sysroot in force (`by_user` where the user named one in the call); an Error where it is not there.
Result<Sysroot> require_sysroot(const Call& call, const std::optional<std::string>& by_user);

}  // namespace jetson
