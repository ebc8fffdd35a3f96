// What mmdebstrap and apt print: how far they are, and why they failed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "settings/preset.h"
#include "sysroot/mmdebstrap.h"
#include "sysroot/progress.h"

namespace jetson {

class MmdebstrapOutput {
 public:
  // `preset` tells which list names a package that is not to be had.
  MmdebstrapOutput(const Preset& preset, Progress& progress) : preset_(preset), progress_(progress) {}

  // A line without its end, of `mmdebstrap --verbose` in the language C.
  void take(std::string_view line);
  // The step that was shown last is over.
  void end();
  // In one sentence, from the lines so far.
  FetchFailure failure() const;

 private:
  void begin(std::string_view step, std::uint64_t total);
  std::string where_listed(const std::string& package) const;

  const Preset& preset_;
  Progress& progress_;
  bool is_in_step_ = false;
  bool lists_conflicts_ = false;
  std::vector<std::string> errors_;       // apt's, without "E: "
  std::vector<std::string> not_found_;    // packages
  std::vector<std::string> conflicts_;    // " a : Depends: b but it is not installable"
  std::string signature_, disk_full_, last_;
};

// The bytes of "8844 B", "37.6 kB", "1,234 MB"; 0 for anything else.
std::uint64_t parse_apt_size(std::string_view text);

}  // namespace jetson
