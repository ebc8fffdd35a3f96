// Symbolic links of a sysroot that lead nowhere, or out of it into this machine.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "sysroot/subject.h"

namespace jetson {

class LinkChecker {
 public:
  explicit LinkChecker(const Subject& subject) : subject_(subject) { forget(); }

  // A symbolic link by its target path. Whoever reads the sysroot on this machine (the linker, a header's #include) follows it as this
  // machine does; on the board it would start at the sysroot.
  void look_at(const std::string& path);

  // A finding for each link that a build reads by its name, one for all others of a kind together.
  Findings findings();

 private:
  struct Others {
    std::size_t count = 0;
    std::string first;
  };
  void report(const std::string& topic, const std::string& path, std::string what, std::string fix, Others& others);

  void forget() { sysroot_.emplace(subject_.sysroot.path(), subject_.disk); }

  const Subject& subject_;
  std::optional<Sysroot> sysroot_;  // remembers every component it has seen: dropped now and then, for trees of a million links
  std::size_t looked_at_ = 0;
  Findings findings_;
  Others dangling_, escaping_;
};

}  // namespace jetson
