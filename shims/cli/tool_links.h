// The tools under the prefix of another board, beside those we have.
#pragma once

#include <string>

#include "base/error.h"

namespace jetson {

// "aarch64-jetson-nano": starts as ours do, so that the tools know each other under it, and names a file.
Failure check_prefix(const std::string& prefix);

// Links `folder`/PREFIX-clang and all the others, also under the triple that autoconf makes of --host, to the forwarder. Links of ours that
// are there stay; where a name is taken by something else nothing is made.
Failure link_tools(const std::string& folder, const std::string& prefix);

}  // namespace jetson
