// Runs the cases of tests/golden/*.golden: a call as it comes in, and the whole command, answer or message that must come of it.
// The form of the files is explained in tests/golden/README.md.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/path.h"
#include "base/response_file.h"
#include "forward/build.h"
#include "settings/load.h"
#include "settings/locate.h"
#include "support/fake_disk.h"

using namespace jetson;

namespace {

constexpr std::string_view kOwn = "/opt/jetson/bin/aarch64-jetson-clang";

struct Line {
  std::string key, value;
};

struct Case {
  std::string title;
  std::vector<Line> lines;
};

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) {
      cases.push_back({line.substr(3), {}});
    } else if (line.starts_with("  ") && !cases.empty() && !cases.back().lines.empty()) {
      std::string& value = cases.back().lines.back().value;
      value.append(value.empty() ? "" : "\n").append(line.substr(2));
    } else if (const auto colon = line.find(':'); !line.empty() && line[0] != '#' && colon != std::string::npos) {
      REQUIRE_FALSE(cases.empty());
      const auto text = line.find_first_not_of(' ', colon + 1);
      cases.back().lines.push_back({line.substr(0, colon), text == std::string::npos ? "" : line.substr(text)});
    }
  }
  return cases;
}


// Words for what stands in nearly every command, so that a case shows what it is about.
std::vector<std::string> expected_words(std::string text) {
  std::vector<std::string> words;
  for (const std::string& word : split_gnu_words(text)) {
    const auto add = [&](std::initializer_list<std::string> more) { words.insert(words.end(), more); };
    if (word == "CLANG") add({"/usr/bin/clang"});
    else if (word == "LLD") add({"/usr/lib/llvm-14/bin/ld.lld"});
    else if (word == "[") add({"--start-no-unused-arguments"});
    else if (word == "]") add({"--end-no-unused-arguments"});
    else if (word == "TARGET") add({"--target=aarch64-linux-gnu", "--sysroot=/sr"});
    else if (word == "LINK") add({"-fuse-ld=lld", "--ld-path=/usr/lib/llvm-14/bin/ld.lld", "-Xlinker", "--undefined-version"});
    else if (word == "EMPTY") add({""});
    else words.push_back(word);
  }
  return words;
}

// A Debian desktop with LLVM 14 and the plainest of sysroots at /sr.
FakeDisk desktop() {
  FakeDisk disk;
  disk.add_link("/usr/bin/clang", "../lib/llvm-14/bin/clang");
  disk.add_file("/usr/bin/pkgconf", "pkgconf", true);
  for (const char* name : {"clang", "ld.lld", "llvm-ar", "llvm-nm", "llvm-strip", "llvm-objcopy"})
    disk.add_file(std::string("/usr/lib/llvm-14/bin/") + name, name, true);
  disk.add_directory("/usr/lib/llvm-14/lib/clang/14.0.6");
  disk.add_file(std::string(kOwn), "our own executable", true);
  for (const char* name : {"crtbegin.o", "crtbeginS.o", "crtbeginT.o", "crtend.o", "crtendS.o", "libstdc++.so"})
    disk.add_file(std::string("/sr/usr/lib/gcc/aarch64-linux-gnu/12/") + name);
  for (const char* name : {"crt1.o", "Scrt1.o", "rcrt1.o", "crti.o", "crtn.o"})
    disk.add_file(std::string("/sr/usr/lib/aarch64-linux-gnu/") + name);
  disk.add_directory("/sr/usr/include");
  return disk;
}

struct Outcome {
  std::optional<Command> command;
  std::optional<Error> error;
  std::string file;
};

Outcome run(const Case& test) {
  FakeDisk disk = desktop();
  std::vector<std::string> environment{"PATH=/usr/bin", "HOME=/home/me"};
  std::string settings = "sysroot = \"/sr\"", settings_path = "/opt/jetson/etc/aarch64-jetson.toml";
  std::vector<std::string> call;
  bool has_settings = true;
  for (const auto& [key, value] : test.lines) {
    const auto equals = value.find(" = ");
    const std::string left = value.substr(0, equals), right = equals == std::string::npos ? "" : value.substr(equals + 3);
    if (key == "call") {
      for (const std::string& word : expected_words(value)) call.push_back(word);
    } else if (key == "settings") settings += "\n" + value;
    else if (key == "only-settings") settings = value;
    else if (key == "settings-file") settings_path = value;
    else if (key == "no-settings") has_settings = false;
    else if (key == "env") environment.push_back(value);
    else if (key == "unset") std::erase_if(environment, [&](const std::string& line) { return line.starts_with(value + "="); });
    else if (key == "file") disk.add_file(left, right);
    else if (key == "program") disk.add_file(left, right, true);
    else if (key == "directory") disk.add_directory(left);
    else if (key == "pipe") disk.add_pipe(left);
    else if (key == "link") disk.add_link(left, right);
    else if (!key.starts_with("expect") && key != "error" && key != "where" && key != "fix" && key != "because") FAIL("no such line: " << key);
  }
  if (has_settings) disk.add_file(settings_path, settings);

  Outcome outcome;
  const auto name = parse_called_name(call.front());
  REQUIRE(name);
  const Environment env(environment);
  outcome.file = locate_settings(name->prefix, env, std::string(kOwn), disk);
  const auto loaded = load_settings(outcome.file, env, disk);
  if (!loaded) {
    outcome.error = loaded.error();
    return outcome;
  }
  auto command = build_command({*name, call.front(), std::string(kOwn), {call.begin() + 1, call.end()}, env, *loaded, disk});
  if (command) outcome.command = std::move(*command);
  else outcome.error = command.error();
  return outcome;
}

void check(const Case& test) {
  const Outcome outcome = run(test);
  if (outcome.error) INFO("error: " << outcome.error->what << "\n  where: " << outcome.error->where << "\n  fix: " << outcome.error->fix);
  bool is_expected_error = false;
  int expectations = 0;
  for (const auto& [key, value] : test.lines) {
    if (key == "error") {
      is_expected_error = true;
      ++expectations;
      REQUIRE(outcome.error);
      CHECK(outcome.error->what == value);
    } else if (key == "where") {
      REQUIRE(outcome.error);
      CHECK(outcome.error->where == value);
    } else if (key == "fix") {
      REQUIRE(outcome.error);
      CHECK(outcome.error->fix == value);
    } else if (key.starts_with("expect")) {
      ++expectations;
      INFO(key << ": " << value);
      if (outcome.error) FAIL("error: " << outcome.error->what);
      const Command& command = *outcome.command;
      if (key == "expect") CHECK(command.words() == expected_words(value));
      else if (key == "expect-program") CHECK(command.program == value);
      else if (key == "expect-answer") CHECK(command.answer == value + "\n");
      else if (key == "expect-warning") CHECK(command.warnings == std::vector{value});
      else if (key == "expect-settings") CHECK(outcome.file == value);
      else if (key == "expect-removed") CHECK(command.environment_removed == split_gnu_words(value));
      else if (key == "expect-env") {
        const auto& lines = command.environment.lines();
        CHECK(std::find(lines.begin(), lines.end(), value) != lines.end());
      } else FAIL("no such expectation: " << key);
    }
  }
  CHECK(expectations > 0);
  CHECK(is_expected_error == outcome.error.has_value());
}

}  // namespace

TEST_CASE("golden") {
  int cases = 0;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(SOURCE_FOLDER "/tests/golden"))
    if (entry.path().extension() == ".golden") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    for (const Case& test : read_cases(file)) {
      ++cases;
      DYNAMIC_SECTION(file.stem().string() << ": " << test.title) { check(test); }
    }
  }
  CHECK(cases > 150);
}
