// What the forwarders themselves print: errors, warnings that were asked for, AARCH64_JETSON_TRACE and AARCH64_JETSON_DRY_RUN.
// All is silent otherwise: the cc crate drops flags at any chatter on stderr.
#pragma once

#include <optional>
#include <string_view>

#include "base/error.h"
#include "forward/call.h"
#include "forward/command.h"

namespace jetson {

// Prints the error as "<file name of path>: error: …" and returns the exit code.
int fail(std::string_view path, const Error& error);

Error unknown_name_error(std::string_view path);

// AARCH64_JETSON_TRACE=1: what came in and what goes out, a line each, on stderr; 2: one argument a line.
// Prints the command's warnings, too.
void trace(const Call& call, const Command& command);

// With AARCH64_JETSON_DRY_RUN, or for a question we answer ourselves: prints and returns the exit code.
std::optional<int> print_instead_of_running(const Call& call, const Command& command);

}  // namespace jetson
