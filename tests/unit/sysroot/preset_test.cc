#include "settings/preset.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "base/os.h"
#include "support/fake_disk.h"

using namespace jetson;

namespace {

const Environment kHome({"HOME=/h"});
const std::vector<std::string> kFolders{"/h/.config/aarch64-jetson/presets", "/p/share/aarch64-jetson/presets"};

// A whole preset under that name in the shipped folder.
void add_shipped(FakeDisk& disk, const std::string& name, const std::string& more = {}) {
  disk.add_file(kFolders[1] + "/" + name + ".toml",
                "with = \"base\"\n[repositories.a]\nmirror = \"http://a\"\nsuites = [\"s\", \"s-updates\"]\nkeyring = \"~/a.gpg\"\n"
                "keyring_hint = \"get it\"\napt_origin = \"Debian\"\n[packages]\nbase = \"libc6-dev\"\ncuda = [\"x\", \"y\"]\n" + more);
}

void add_user(FakeDisk& disk, const std::string& name, const std::string& text) { disk.add_file(kFolders[0] + "/" + name + ".toml", text); }

}  // namespace

TEST_CASE("every shipped preset is whole, and asks for what its kind has") {
  const std::string folder = SOURCE_FOLDER "/config/presets";
  const HostDisk disk;
  const auto names = list_presets({folder}, disk);
  CHECK(names.size() == 14);
  for (const std::string& name : names) {
    INFO(name);
    auto preset = load_preset(name, {folder}, kHome, disk);
    if (!preset) FAIL(format_error("preset", preset.error()));
    CHECK_FALSE(preset->description.value.empty());
    for (const Repository& repository : preset->repositories) {
      CHECK_FALSE(repository.keyring.value.empty());
      CHECK_FALSE(repository.keyring_hint.value.empty());
    }
    CHECK(preset->find_list("opencv") != nullptr);
    CHECK(preset->find_list("multimedia") != nullptr);
    if (!name.starts_with("jetpack")) continue;
    for (const char* list : {"cuda", "tensorrt", "cudnn", "vpi"}) CHECK(preset->find_list(list) != nullptr);
    // One release in all of NVIDIA's repositories.
    CHECK(preset->find_repository("jetson-common")->suites.value == preset->find_repository("jetson-soc")->suites.value);
    CHECK(preset->description.value.find(preset->find_repository("jetson-soc")->suites.value[0]) != std::string::npos);
  }
}

TEST_CASE("every mistake in a preset is told at once, with its place and the nearest key") {
  const auto preset = parse_preset(
      "descripton = \"x\"\nwith = 1\npackages = 3\n[repositories.a]\nmirror = \"no address\"\nsuite = \"s\"\nsuites = [\"a b\"]\n", "p.toml");
  REQUIRE_FALSE(preset);
  std::vector<Error> errors = preset.error().more;
  errors.insert(errors.begin(), preset.error());
  std::vector<std::string> places;
  for (const Error& error : errors) places.push_back(error.where);
  CHECK(places == std::vector<std::string>{"p.toml:2:8 (with)", "p.toml:5:10 (repositories.a.mirror)", "p.toml:7:10 (repositories.a.suites)",
                                           "p.toml:3:12 (packages)", "p.toml:1:14 (descripton)", "p.toml:6:9 (repositories.a.suite)"});
  CHECK(errors[0].what == "`with` takes a list of strings, and this is an integer");
  CHECK(errors[4].fix == "did you mean `description`?");
  CHECK(errors[5].fix == "did you mean `repositories.a.suites`?");
}

TEST_CASE("text that is no TOML, and packages that are none") {
  CHECK(parse_preset("with = [", "p").error().where.starts_with("p:1:"));
  CHECK(parse_preset("[packages]\nbase = [\"a\", \"-y\"]\n", "p").error().what == "\"-y\" is no name of a package");
  CHECK_FALSE(parse_preset("[packages]\nbase = \"a,b\"\n", "p"));
  CHECK(parse_preset("[packages]\nbase = [\"libc6-dev:arm64\", \"a=1.2-3~x+y\", \"b/s\"]\n", "p"));
}

TEST_CASE("a preset that extends another gives what is its own") {
  FakeDisk disk;
  add_shipped(disk, "x");
  add_user(disk, "mine", "extends = \"x\"\n[repositories.a]\nmirror = \"http://company\"\n[packages]\ncuda = \"z\"\nextra = \"e\"\n");
  auto preset = load_preset("mine", kFolders, kHome, disk);
  REQUIRE(preset);
  const Repository& repository = *preset->find_repository("a");
  CHECK(repository.mirror.value == "http://company");
  CHECK(repository.suites.value == Words{"s", "s-updates"});
  CHECK(repository.components.value == Words{"main"});
  CHECK(repository.keyring.value == "/h/a.gpg");
  CHECK(repository.apt_origin.value.empty());  // who names a mirror gets that one
  CHECK(*select_packages(*preset, {"cuda", "extra"}) == Words{"libc6-dev", "z", "e"});
}

TEST_CASE("a user's preset can change the shipped one of its name") {
  FakeDisk disk;
  add_shipped(disk, "x");
  add_user(disk, "x", "extends = \"x\"\n[repositories.a]\nkeyring = \"k.gpg\"\n");
  auto preset = load_preset("x", kFolders, kHome, disk);
  REQUIRE(preset);
  CHECK(preset->find_repository("a")->keyring.value == kFolders[0] + "/k.gpg");  // starts at the file that says it
  CHECK(preset->find_repository("a")->keyring_hint.value.empty());               // that of another file
  CHECK(preset->find_repository("a")->apt_origin.value == "Debian");
  CHECK(list_presets(kFolders, disk) == std::vector<std::string>{"x"});
}

TEST_CASE("presets that cannot be found or never end") {
  FakeDisk disk;
  add_shipped(disk, "jetpack-6.2");
  add_user(disk, "a", "extends = \"b\"\n");
  add_user(disk, "b", "extends = \"a\"\n");
  const auto near = load_preset("jetpak-6.2", kFolders, kHome, disk);
  CHECK(near.error().fix == "did you mean `jetpack-6.2`? The presets are: a, b, jetpack-6.2");
  const auto circle = load_preset("a", kFolders, kHome, disk);
  CHECK(circle.error().what == "the preset `a` extends itself");
  CHECK(circle.error().where == kFolders[0] + "/b.toml:1:11 (extends)");
  CHECK(load_preset("/n/one.toml", kFolders, kHome, disk).error().what == "there is no file /n/one.toml");
}

TEST_CASE("what a preset must have") {
  FakeDisk disk;
  add_user(disk, "none", "[packages]\nbase = \"a\"\n");
  add_user(disk, "bare", "[repositories.r]\nsuites = \"s\"\n[packages]\nbase = \"a\"\n");
  add_user(disk, "known", "[repositories.r]\napt_origin = \"Debian\"\nsuites = \"s\"\n[packages]\nbase = \"a\"\n");
  add_user(disk, "two", "[repositories.r]\napt_origin = \"Debian\"\nsuites = \"s\"\n[repositories.t]\nmirror = \"file:///t\"\nsuites = \"s\"\n[packages]\nbase = \"a\"\n");
  add_user(disk, "baseless", "[repositories.r]\nmirror = \"file:///r\"\nsuites = \"s\"\n");
  add_shipped(disk, "x");
  add_user(disk, "wrong", "extends = \"x\"\nwith = \"cude\"\n");
  CHECK(load_preset("none", kFolders, kHome, disk).error().what == "the preset names no repository");
  CHECK(load_preset("bare", kFolders, kHome, disk).error().what == "the repository `r` has no `mirror`");
  CHECK(load_preset("known", kFolders, kHome, disk));
  CHECK(load_preset("two", kFolders, kHome, disk).error().what == "the repository `r` has no `mirror`");
  CHECK(load_preset("baseless", kFolders, kHome, disk).error().what == "the preset has no list of packages `base`");
  const auto wrong = load_preset("wrong", kFolders, kHome, disk);
  CHECK(wrong.error().where == kFolders[0] + "/wrong.toml:2:8 (with)");
  CHECK(wrong.error().fix == "did you mean `cuda`? It has: base, cuda");
}
