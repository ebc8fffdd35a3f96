#include "sysroot/tree.h"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

using namespace jetson;
namespace fs = std::filesystem;

namespace {

struct Text final : Content {
  Failure write_to(int descriptor) override {
    return write(descriptor, "new", 3) == 3 ? Failure() : Failure(Error{.what = "write", .where = {}, .fix = {}, .more = {}});
  }
};

struct Folder {
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "tree-XXXXXX").string();
    path = mkdtemp(pattern.data());
    fs::create_directories(path / "root");
    std::ofstream(path / "outside") << "old";
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

std::string read(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

SourceEntry file(std::string path) { return {.kind = SourceEntry::Kind::kFile, .path = std::move(path), .target = {}, .permissions = 04755}; }

}  // namespace

TEST_CASE("tree: nothing is written through a link that leads out") {
  Folder folder;
  auto tree = Tree::open((folder.path / "root").string());
  REQUIRE(tree);
  Text text;
  REQUIRE_FALSE((*tree)->make_link("up", "../.."));
  REQUIRE_FALSE((*tree)->make_link("absolute", folder.path.string()));
  REQUIRE_FALSE((*tree)->make_link("file", (folder.path / "outside").string()));
  CHECK_FALSE((*tree)->write(file("up/outside"), &text));
  CHECK_FALSE((*tree)->write(file("absolute/outside"), &text));
  CHECK_FALSE((*tree)->write(file("file"), &text));
  CHECK(read(folder.path / "outside") == "old");
  // As the board would see them: inside.
  CHECK(read(folder.path / "root/outside") == "new");
  CHECK(read(folder.path / "root/file") == "new");
}

TEST_CASE("tree: what lies under lib goes to usr/lib where lib is a link; setuid is dropped; a file that comes again is replaced") {
  Folder folder;
  auto tree = Tree::open((folder.path / "root").string());
  REQUIRE(tree);
  Text text;
  REQUIRE_FALSE((*tree)->make_link("lib", "usr/lib"));
  CHECK_FALSE((*tree)->write({.kind = SourceEntry::Kind::kDirectory, .path = "lib", .target = {}}, nullptr));
  CHECK_FALSE((*tree)->write(file("lib/a"), &text));
  CHECK_FALSE((*tree)->write(file("lib/a"), &text));
  CHECK_FALSE((*tree)->write({.kind = SourceEntry::Kind::kHardLink, .path = "usr/b", .target = "lib/a"}, nullptr));
  CHECK(fs::is_symlink(folder.path / "root/lib"));
  CHECK(fs::hard_link_count(folder.path / "root/usr/lib/a") == 2);
  CHECK(fs::status(folder.path / "root/usr/lib/a").permissions() == fs::perms(0755));
  CHECK((*tree)->clashes().empty());
  REQUIRE_FALSE((*tree)->make_link("loop", "loop"));
  CHECK((*tree)->write(file("loop/a"), &text));
}

TEST_CASE("tree: a hard link to a link is that link; no link takes the place of a folder") {
  Folder folder;
  auto tree = Tree::open((folder.path / "root").string());
  REQUIRE(tree);
  Text text;
  REQUIRE_FALSE((*tree)->make_link("usr/liba.so", "liba.so.1"));
  CHECK_FALSE((*tree)->write({.kind = SourceEntry::Kind::kHardLink, .path = "usr/libb.so", .target = "usr/liba.so"}, nullptr));
  CHECK(fs::read_symlink(folder.path / "root/usr/libb.so") == "liba.so.1");
  CHECK((*tree)->take_links() == std::vector<std::string>{"usr/liba.so", "usr/libb.so"});
  REQUIRE_FALSE((*tree)->write(file("opt/a"), &text));
  CHECK_FALSE((*tree)->make_link("opt", "usr"));
  CHECK(read(folder.path / "root/opt/a") == "new");
  CHECK((*tree)->take_links().empty());
}
