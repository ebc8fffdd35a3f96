// A machine made of strings and a call on it, told line by line in the form of the golden cases (tests/golden/README.md); read by the
// golden tests and by the fuzzers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "forward/command.h"
#include "settings/settings.h"
#include "support/fake_disk.h"

namespace jetson {

struct Line {
  std::string key, value;
};

// "key: value" lines; two spaces in front continue the line above, a "#" starts a comment, other lines say nothing.
std::vector<Line> read_lines(std::string_view text);

class Scene {
 public:
  // A Debian desktop with LLVM 14 and the plainest of sysroots at /sr.
  Scene();

  // False where `line` does not tell of a scene.
  bool take(const Line& line);

  // What main() would do, up to running the command.
  struct Outcome {
    std::string file;  // of the settings
    std::optional<Settings> settings;
    std::optional<Command> command;
    std::optional<Error> error;
  };
  Outcome play();

  // Where a view of CUDA is, once a line tells of one.
  static constexpr std::string_view kView = "/opt/jetson/etc/aarch64-jetson-cuda";

  FakeDisk disk;
  std::vector<std::string> environment{"PATH=/usr/bin", "HOME=/home/me"};
  std::vector<std::string> call;  // with argv[0]

 private:
  std::string settings_ = "sysroot = \"/sr\"", settings_path_ = "/opt/jetson/etc/aarch64-jetson.toml";
  bool has_settings_ = true;
  void add_cuda(std::string_view facts);
};

}  // namespace jetson
