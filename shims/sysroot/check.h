// What a sysroot holds, and what in it would make a build fail or a program not start.
#pragma once

#include <string>

#include "base/environment.h"
#include "base/finding.h"
#include "settings/settings.h"

namespace jetson {

struct CheckRequest {
  std::string directory;    // the sysroot
  const Settings& settings;
  std::string tools;        // the folder of our own tools: the links that are tried are theirs
  Environment environment;  // of the caller
  std::string prefix = "aarch64-jetson";  // of the tools
};

// Topics: release, glibc, gcc, libstdc++, start-files, cuda, cudnn, tensorrt, vpi, opencv, multimedia, dangling-link, escaping-link,
// unreadable, static-trap, wrong-architecture, empty-library, link-text, damaged-library, not-a-library, linker-script, needed, build.
Findings check_sysroot(const CheckRequest& request);

}  // namespace jetson
