// Everything a command is built from, as it came in.
#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"
#include "forward/programs.h"
#include "forward/sysroot.h"
#include "forward/tool.h"
#include "settings/settings.h"

namespace jetson {

struct Call {
  CalledName name;
  std::string called_path;             // argv[0] as it came
  std::string own_executable;          // the file this process runs; empty where unknown
  std::vector<std::string> arguments;  // without argv[0]
  const Environment& environment;
  const Settings& settings;
  const Disk& disk;
};

}  // namespace jetson
