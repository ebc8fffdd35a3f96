// The verbs as the command line parser knows them: completion, manual and the tests of --help walk the one table there is.
#pragma once

#include <string>
#include <vector>

#include "cli/verb.h"

namespace jetson {

struct Verb {
  std::vector<std::string> path;  // {"sysroot", "make"}; empty for the program itself
  const CLI::App* app;
};

// In the order they were added, each before its own; hidden ones left out.
std::vector<Verb> list_verbs(const CLI::App& app);

std::vector<const CLI::App*> visible_verbs(const CLI::App& app);

}  // namespace jetson
