// shared/design/toolchain.md, section 3, lists 48 groups of inputs that a wrapper meets. Each is tested under its number: in the title of a
// golden case, or in the name of an end-to-end test.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

TEST_CASE("groups: all 48 are tested") {
  std::set<int> seen;
  const std::filesystem::path tests = SOURCE_FOLDER "/tests";
  const auto read = [&](const std::filesystem::path& file, const std::regex& pattern) {
    std::ifstream in(file);
    std::smatch match;
    for (std::string line; std::getline(in, line);)
      if (std::regex_search(line, match, pattern)) seen.insert(std::stoi(match[1]));
  };
  for (const auto& entry : std::filesystem::directory_iterator(tests / "golden"))
    if (entry.path().extension() == ".golden") read(entry.path(), std::regex("^## ([0-9]+) "));
  for (const auto& entry : std::filesystem::directory_iterator(tests / "e2e")) {
    const std::string name = entry.path().stem().string();
    if (!name.starts_with("group")) continue;
    const std::regex number("-([0-9]+)(?=-)");
    for (std::sregex_iterator at(name.begin(), name.end(), number), end; at != end; ++at) seen.insert(std::stoi((*at)[1]));
  }
  for (int group = 1; group <= 48; ++group) {
    INFO(group);
    CHECK(seen.contains(group));
  }
}
