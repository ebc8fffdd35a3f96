// What a check found: `sysroot check`, `doctor` and the CUDA checks all answer with a list of these.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace jetson {

struct Finding {
  enum class Kind {
    kFact,     // what is there: a version, a place
    kWarning,  // some builds or programs would suffer
    kProblem,  // a build would fail, or give something else than it should
  };
  Kind kind = Kind::kFact;
  std::string topic;  // one word for tables and programs: "cuda", "dangling-link"; fixed, never translated
  std::string what;   // one sentence, no full stop
  std::string where;  // file or directory, or empty
  std::string fix = {};      // for warnings and problems
  std::string version = {};  // of a fact about something that has one: it alone, for programs
};

using Findings = std::vector<Finding>;

inline bool has_problem(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.kind == Finding::Kind::kProblem; });
}

}  // namespace jetson
