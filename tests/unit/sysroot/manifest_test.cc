#include "sysroot/manifest.h"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace jetson;
namespace fs = std::filesystem;
using Match = Manifest::Match;

namespace {

struct Folder {
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "manifest-XXXXXX").string();
    path = mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

SourceEntry entry(SourceEntry::Kind kind, std::string path, std::string target = "") {
  return {.kind = kind, .path = std::move(path), .target = std::move(target), .size = kind == SourceEntry::Kind::kFile ? 3u : 0u};
}

std::string text_of(const Manifest& manifest) {
  std::string text(1 << 16, '\0');
  text.resize(static_cast<std::size_t>(pread(manifest.descriptor(), text.data(), text.size(), 0)));
  return text;
}

const std::string kDirectory = build_manifest_line(entry(SourceEntry::Kind::kDirectory, "usr"), "");
const std::string kFile = build_manifest_line(entry(SourceEntry::Kind::kFile, "usr/a\"\n"), "ba78");
const std::string kLink = build_manifest_line(entry(SourceEntry::Kind::kLink, "usr/b", "a\xff"), "");

Result<Manifest> written(const Folder& folder, std::initializer_list<std::string> lines) {
  auto manifest = Manifest::make(folder.path.string());
  REQUIRE(manifest);
  REQUIRE_FALSE(manifest->begin({.nv_tegra_release = "# R36 (release)", .os_release = "ID=ubuntu\nNAME=\"Ubuntu\"\n"}));
  for (const std::string& line : lines) REQUIRE_FALSE(manifest->add(line));
  const auto size = manifest->finish();
  REQUIRE(size);
  CHECK(*size == text_of(*manifest).size());
  return manifest;
}

}  // namespace

TEST_CASE("manifest: one JSON document, in a file without a name") {
  const Folder folder;
  const auto manifest = written(folder, {kDirectory, kFile});
  CHECK(fs::is_empty(folder.path));
  const auto json = nlohmann::json::parse(text_of(*manifest));
  CHECK(json["format"] == "aarch64-jetson sysroot 1");
  CHECK(json["release"]["nv_tegra_release"] == "# R36 (release)");
  CHECK(json["release"]["os-release"] == "ID=ubuntu\nNAME=\"Ubuntu\"\n");
  REQUIRE(json["entries"].size() == 2);
  CHECK(json["entries"][1] == nlohmann::json{{"path", "usr/a\"\n"}, {"kind", "file"}, {"size", 3}, {"sha256", "ba78"}});
  CHECK(nlohmann::json::parse(text_of(*written(folder, {})))["entries"].empty());
}

TEST_CASE("manifest: what comes must be what is listed, in order") {
  const Folder folder;
  auto manifest = written(folder, {kDirectory, kFile, kLink});
  for (int i = 0; i < 2; ++i) {
    REQUIRE(manifest->rewind());
    CHECK(manifest->expect(kDirectory, "usr") == Match::kSame);
    CHECK(manifest->expect(kFile, "usr/a\"\n") == Match::kSame);
    CHECK(manifest->expect(kLink, "usr/b") == Match::kSame);
    CHECK(manifest->is_at_end());
  }
  SECTION("another file") {
    REQUIRE(manifest->rewind());
    CHECK(manifest->expect(kFile, "usr/a\"\n") == Match::kOtherEntry);
  }
  SECTION("another sum") {
    REQUIRE(manifest->rewind());
    CHECK(manifest->expect(kDirectory, "usr") == Match::kSame);
    CHECK(manifest->expect(build_manifest_line(entry(SourceEntry::Kind::kFile, "usr/a\"\n"), "ba79"), "usr/a\"\n") == Match::kOtherContent);
  }
  SECTION("a file where a link is listed") {
    REQUIRE(manifest->rewind());
    CHECK(manifest->expect(kDirectory, "usr") == Match::kSame);
    CHECK(manifest->expect(kFile, "usr/a\"\n") == Match::kSame);
    CHECK(manifest->expect(build_manifest_line(entry(SourceEntry::Kind::kFile, "usr/b"), "ba78"), "usr/b") == Match::kOtherContent);
  }
  SECTION("more than is listed, and less") {
    REQUIRE(manifest->rewind());
    CHECK(manifest->expect(kDirectory, "usr") == Match::kSame);
    CHECK_FALSE(manifest->is_at_end());
    REQUIRE(manifest->rewind());
    for (const std::string& line : {kDirectory, kFile, kLink}) CHECK(manifest->expect(line, "") == Match::kSame);
    CHECK(manifest->expect(kLink, "usr/b") == Match::kOtherEntry);
  }
}

TEST_CASE("manifest: another document is none") {
  const Folder folder;
  for (const std::string text : {"", "{", "{\"format\": \"aarch64-jetson sysroot 2\", \"release\": {}, \"entries\": [\n]}\n",
                                 "{\"format\": \"aarch64-jetson sysroot 1\", \"release\": {}, \"entries\": []}"}) {
    auto manifest = Manifest::make(folder.path.string());
    REQUIRE(manifest);
    REQUIRE(pwrite(manifest->descriptor(), text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()));
    CHECK_FALSE(manifest->rewind());
  }
  CHECK_FALSE(Manifest::make((folder.path / "nowhere").string()));
}

TEST_CASE("manifest: the release is read inside the sysroot") {
  const Folder folder;
  fs::create_directories(folder.path / "etc");
  fs::create_directories(folder.path / "usr/lib");
  std::ofstream(folder.path / "usr/lib/os-release") << "ID=debian\n";
  std::ofstream(folder.path / "etc/nv_tegra_release") << "# R32 (release), REVISION: 7.4\nmore\n";
  fs::create_symlink("/usr/lib/os-release", folder.path / "etc/os-release");
  const ReleaseFiles files = load_release_files(folder.path.string());
  CHECK(files.nv_tegra_release == "# R32 (release), REVISION: 7.4");
  CHECK(files.os_release == "ID=debian\n");
}
