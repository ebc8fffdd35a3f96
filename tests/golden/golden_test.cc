// Runs the cases of tests/golden/*.golden: a call as it comes in, and the whole command, answer or message that must come of it.
// The form of the files is explained in tests/golden/README.md.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "base/response_file.h"
#include "support/scene.h"

using namespace jetson;

namespace {

struct Case {
  std::string title;
  std::vector<Line> lines;
};

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t at = text.find("## "); at < text.size();) {
    const std::size_t next = text.find("\n## ", at);
    const std::size_t line = text.find('\n', at);
    cases.push_back({text.substr(at + 3, line - at - 3), read_lines(std::string_view(text).substr(line + 1, next - line - 1))});
    at = next == std::string::npos ? text.size() : next + 1;
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
    else if (word == "NVCC") add({std::string(Scene::kView) + "/bin/nvcc", "-ccbin", "/opt/jetson/bin/aarch64-jetson-clang++"});
    else if (const auto at = word.find("VIEW"); at != std::string::npos)
      add({word.substr(0, at) + std::string(Scene::kView) + word.substr(at + 4)});
    else words.push_back(word);
  }
  return words;
}

bool is_expectation(const std::string& key) {
  return key.starts_with("expect") || key == "error" || key == "where" || key == "fix" || key == "because";
}

Scene::Outcome run(const Case& test) {
  Scene scene;
  for (const Line& line : test.lines)
    if (!scene.take(line) && !is_expectation(line.key)) FAIL("no such line: " << line.key);
  return scene.play();
}

void check(const Case& test) {
  const Scene::Outcome outcome = run(test);
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
