// Includes go one way: base <- settings <- forward <- (shim.cc) and {sysroot, cuda, emit} <- doctor <- cli <- main.cc.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

TEST_CASE("layers") {
  const std::map<std::string, std::set<std::string>> allowed{
      {"base", {"base"}},
      {"settings", {"base", "settings"}},
      {"forward", {"base", "settings", "forward"}},
      {"sysroot", {"base", "settings", "forward", "sysroot"}},
      {"cuda", {"base", "settings", "forward", "cuda"}},
      {"emit", {"base", "settings", "forward", "emit"}},
      {"doctor", {"base", "settings", "forward", "sysroot", "cuda", "emit", "doctor"}},
      {"cli", {"base", "settings", "forward", "sysroot", "cuda", "emit", "doctor", "cli"}},
      {"main.cc", {"cli"}},
      {"shims", {"base", "settings", "forward"}},
  };
  const std::filesystem::path root = SOURCE_FOLDER "/shims";
  int includes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const auto below = std::filesystem::relative(entry.path(), root);
    const std::string layer = below.has_parent_path() ? below.begin()->string()
                              : below == "main.cc"      ? "main.cc"
                                                        : "shims";
    INFO(below.string());
    REQUIRE(allowed.contains(layer));
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("#include \"")) continue;
      ++includes;
      const std::string other = line.substr(10, line.find('/') - 10);
      INFO(line);
      CHECK(allowed.at(layer).contains(other));
    }
    const bool knows_toml = below == "settings/toml.h";
    std::ifstream again(entry.path());
    const std::string text{std::istreambuf_iterator<char>(again), {}};
    CHECK((text.find("#include <toml++") != std::string::npos) <= knows_toml);
  }
  CHECK(includes > 50);
}
