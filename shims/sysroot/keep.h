// What a sysroot keeps of a root filesystem.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jetson {

// Patterns are target paths ("/usr/share/*/cmake"); "*" stays within a component. A pattern holds for all below what it matches. The
// deepest pattern that matches decides, leave_out where both are as deep; what none matches is left out.
class KeepRules {
 public:
  KeepRules(const std::vector<std::string>& keep, const std::vector<std::string>& leave_out);

  struct Verdict {
    bool keep = false;
    std::string_view rule;  // the pattern that decided; "" where none did
  };
  // `path` as in SourceEntry, or as a target path with its slash in front.
  Verdict decide(std::string_view path) const;
  // Whether something below the directory may be kept.
  bool may_keep_below(std::string_view directory) const;

  struct Rule {
    std::string text;
    std::vector<std::string> parts;  // components of the pattern
    bool keep;
  };
  // Deepest first; of equally deep ones those of leave_out first.
  const std::vector<Rule>& rules() const { return rules_; }

 private:
  std::vector<Rule> rules_;
};

}  // namespace jetson
