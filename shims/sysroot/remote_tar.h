// What a running board is asked for: a tar archive of the kept files alone, made by its own tar.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sysroot/keep.h"

namespace jetson {

struct RemotePlace {
  std::string host;       // as ssh takes it: [user@]host, an alias of ~/.ssh/config too
  std::string port;       // empty: as ssh's settings have it
  std::string directory;  // "/", or where on that machine the root filesystem lies
};

// Of "ssh://[user@]host[:port][/directory]"; an IPv6 address stands in brackets.
Result<RemotePlace> parse_ssh_address(std::string_view text);

// Exit codes of the script below that are not tar's.
enum RemoteExit { kNoDirectory = 91, kNoTar = 92, kNothingKept = 93 };

// A script for the board's `sh -s`, to be sent on its stdin: so the user's login shell, which may be fish or csh, has no pattern to read.
// GNU tar walks just what is kept, so the first name it sends of a file with hard links is a kept one; other tars send the kept folders
// whole. With /lib left as the link it is where it is one.
std::string build_remote_tar(const KeepRules& rules, std::string_view directory);

}  // namespace jetson
