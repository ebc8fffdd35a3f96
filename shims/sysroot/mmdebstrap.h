// The program that fetches packages, checks their signatures and unpacks them: mmdebstrap, which has apt do it. No root, no chroot, no
// program of the packages is run.
#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"
#include "base/error.h"
#include "settings/preset.h"
#include "sysroot/progress.h"

namespace jetson {

// One of apt's source lines for each repository, only for packages of the board, signed by the repository's keyring alone.
std::vector<std::string> build_sources(const Preset& preset);

// Unpacks `packages`, and all that they depend on, into `root`, a path that is absolute.
std::vector<std::string> build_mmdebstrap(const Preset& preset, const std::vector<std::string>& packages, const std::string& root);

// What this machine lacks: programs, keyrings, each with where to get it.
Failure check_tools(const Environment& environment, const Disk& disk);
Failure check_keyrings(const Preset& preset, const Disk& disk);

// The http mirror by which this machine's apt gets archives of that origin (Debian); empty where it has none, or there is no apt.
std::string locate_apt_mirror(const std::string& origin, const Environment& environment);

struct FetchFailure {
  Error error;
  bool lies_in_mirror = false;  // it does not answer, or has no such suite: another may do
};

// Runs the command; `scratch` is a folder for its temporary files.
std::optional<FetchFailure> run_mmdebstrap(const std::vector<std::string>& command, const std::string& scratch, const Preset& preset,
                                           Environment environment, Progress& progress);

}  // namespace jetson
