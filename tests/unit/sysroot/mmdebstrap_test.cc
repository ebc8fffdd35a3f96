#include "sysroot/mmdebstrap.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"
#include "sysroot/mmdebstrap_output.h"

using namespace jetson;

namespace {

Preset example() {
  Preset preset;
  preset.file = "p.toml";
  Repository& repository = preset.repositories.emplace_back();
  repository.name = "r";
  repository.mirror = {"http://m/d", "p.toml:1:1"};
  repository.suites.value = {"s", "s-updates"};
  repository.components.value = {"main", "universe"};
  repository.keyring = {"/k.gpg", "p.toml:2:2"};
  repository.keyring_hint.value = "get it";
  Preset::List& list = preset.lists.emplace_back();
  list.name = "base";
  list.packages = {{"a", "b"}, "p.toml:9:8"};
  return preset;
}

// The steps that were shown, with their bytes: "downloading packages 2000/12000".
struct Steps final : Progress {
  std::vector<std::string> all;
  std::uint64_t done = 0, whole = 0;
  void begin(std::string_view step, std::uint64_t total) override {
    all.emplace_back(step);
    done = 0;
    whole = total;
  }
  void advance(std::uint64_t bytes) override { done += bytes; }
  void end() override { all.back() += " " + std::to_string(done) + "/" + std::to_string(whole); }
};

FetchFailure failure_of(std::initializer_list<std::string_view> lines) {
  const Preset preset = example();
  Progress none;
  MmdebstrapOutput output(preset, none);
  for (const std::string_view line : lines) output.take(line);
  return output.failure();
}

}  // namespace

TEST_CASE("apt's sources: each suite, for the board alone, signed by its own keyring") {
  CHECK(build_sources(example()) == std::vector<std::string>{"deb [arch=arm64 signed-by=/k.gpg] http://m/d s main universe",
                                                             "deb [arch=arm64 signed-by=/k.gpg] http://m/d s-updates main universe"});
}

TEST_CASE("packages of a file: address are copied, as mmdebstrap wants them") {
  Preset preset = example();
  preset.repositories[0].mirror.value = "file:///srv/d";
  CHECK(build_sources(preset)[0] == "deb [arch=arm64 signed-by=/k.gpg] copy:///srv/d s main universe");
}

TEST_CASE("without a mirror mmdebstrap is asked for the suite, whose archive it knows") {
  Preset preset = example();
  // Suite, folder, sources: with source lines the suite is empty.
  const auto after_packages = [&] {
    auto command = build_mmdebstrap(preset, {"a"}, "/root");
    command.erase(command.begin(), std::find(command.begin(), command.end(), "--include=a") + 1);
    return command;
  };
  CHECK(after_packages().size() == 4);
  CHECK(after_packages()[0].empty());
  preset.repositories[0].mirror.value.clear();
  CHECK(after_packages() == std::vector<std::string>{"s", "/root"});
}

TEST_CASE("sizes as apt writes them") {
  CHECK(parse_apt_size("8844 B]") == 8844);
  CHECK(parse_apt_size("37.6 kB") == 37600);
  CHECK(parse_apt_size("1,234 MB of archives.") == 1234000000);
  CHECK(parse_apt_size("0 B/10.4 MB of archives.") == 0);
  CHECK(parse_apt_size("many") == 0);
}

TEST_CASE("the steps that mmdebstrap tells of") {
  const Preset preset = example();
  Steps steps;
  MmdebstrapOutput output(preset, steps);
  for (const char* line :
       {"W: running chrootless mode as root might damage the host system", "I: running apt-get update...", "Get:1 http://m/d s InRelease [151 kB]",
        "I: downloading packages with apt...", "Need to get 12.0 kB of archives.", "Get:1 http://m/d s/main arm64 a arm64 1 [2000 B]",
        "I: extracting archives...", "I: success in 4.3004 seconds"})
    output.take(line);
  CHECK(steps.all == std::vector<std::string>{"reading the lists of packages 151000/0", "downloading packages 2000/12000", "unpacking packages 0/0"});
}

TEST_CASE("why it failed, in one sentence") {
  const auto missing = failure_of({"E: Unable to locate package b", "E: Unable to locate package c", "E: Package 'd' has no installation candidate",
                                   "E: apt download failed: E: apt-get --yes failed", "E: mmdebstrap failed to run"});
  CHECK(missing.error.what == "the repositories have no package b, c, d");
  CHECK(missing.error.where == "p.toml:9:8 (packages.base)");
  CHECK_FALSE(missing.lies_in_mirror);

  const auto suite = failure_of({"E: The repository 'http://m/d s Release' does not have a Release file.", "E: apt-get update --error-on=any failed"});
  CHECK(suite.error.what == "The repository 'http://m/d s Release' does not have a Release file.");
  CHECK(suite.lies_in_mirror);

  const auto key = failure_of({"W: GPG error: http://m/d s InRelease: the public key is not available: NO_PUBKEY 1",
                               "E: The repository 'http://m/d s InRelease' is not signed.", "E: mmdebstrap failed to run"});
  CHECK(key.error.what == "apt refuses a repository: http://m/d s InRelease: the public key is not available: NO_PUBKEY 1");
  CHECK_FALSE(key.lies_in_mirror);

  const auto conflict = failure_of({"The following packages have unmet dependencies:", " a : Depends: z but it is not installable",
                                    "E: Unable to correct problems, you have held broken packages."});
  CHECK(conflict.error.what == "the packages cannot be had together: a : Depends: z but it is not installable");

  CHECK(failure_of({"tar: ./usr: Cannot write: No space left on device", "E: mmdebstrap failed to run"}).error.what ==
        "the disk is full: tar: ./usr: Cannot write: No space left on device");
  CHECK(failure_of({"cannot fork", "E: mmdebstrap failed to run"}).error.what == "mmdebstrap cannot make the sysroot: cannot fork");
}

TEST_CASE("what this machine lacks is told before any work") {
  FakeDisk disk;
  const Environment path({"PATH=/b:/c"});
  const auto other_system = check_tools(path, disk);
  REQUIRE(other_system);
  CHECK(other_system->what == "fetching a sysroot needs a Debian or Ubuntu, and this machine lacks: mmdebstrap, apt-get, dpkg-deb");
  disk.add_file("/c/apt-get", "", true);
  disk.add_file("/b/dpkg-deb", "", true);
  const auto one = check_tools(path, disk);
  REQUIRE(one);
  CHECK(one->what == "fetching a sysroot needs what is not installed: mmdebstrap");
  CHECK(one->fix == "apt-get install mmdebstrap");
  disk.add_file("/b/mmdebstrap", "", true);
  CHECK_FALSE(check_tools(path, disk));
}

TEST_CASE("keyrings: one that is not there, none at all, and what apt cannot read") {
  FakeDisk disk;
  Preset preset = example();
  const auto told = [&](const std::string& keyring) {
    preset.repositories[0].keyring.value = keyring;
    const auto failure = check_keyrings(preset, disk);
    return failure ? failure->what + " | " + failure->where : "";
  };
  CHECK(told("/k.gpg") == "the keyring for http://m/d is not there: /k.gpg | p.toml:2:2 (repositories.r.keyring)");
  CHECK(check_keyrings(preset, disk)->fix == "get it; or name one by --keyring r=FILE");
  CHECK(told("").starts_with("no keyring is named for http://m/d"));
  disk.add_file("/k.gpg", "\x99\x01");
  disk.add_file("/text.gpg", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n");
  disk.add_file("/text.asc", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n");
  disk.add_file("/box.gpg", std::string("\0\0\0\x20\x01\x01\0\x02KBXf", 12));
  disk.add_file("/a b.gpg", "\x99\x01");
  CHECK(told("/k.gpg").empty());
  CHECK(told("/text.asc").empty());
  CHECK(told("/text.gpg").starts_with("apt reads a keyring that is text only under a name that ends in .asc"));
  CHECK(told("/box.gpg").starts_with("no keyring that apt can read"));
  CHECK(told("/a b.gpg").starts_with("apt cannot be told of a keyring with a space"));
}
