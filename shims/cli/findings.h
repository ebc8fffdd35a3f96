// How findings are shown: a table for people, JSON for programs.
#pragma once

#include <string>

#include "base/environment.h"
#include "base/finding.h"

namespace jetson {

// A line a finding ("ok", "warning", "problem"; topic; sentence; place), its fix below it. Coloured where `is_terminal` and NO_COLOR is not set.
std::string findings_table(const Findings& findings, bool is_terminal, const Environment& environment);

// {"findings": [{"kind": "problem", "topic": …, "what": …, "where": …, "fix": …, "version": …}, …], "ok": false}; "version" only where there is one
std::string findings_json(const Findings& findings);

}  // namespace jetson
