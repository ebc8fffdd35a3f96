// A tree as Windows gets it, written on this system.
#include "sysroot/plain_tree.h"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "forward/sysroot.h"
#include "sysroot/mend.h"

using namespace jetson;
namespace fs = std::filesystem;

namespace {

class Text final : public Content {
 public:
  explicit Text(std::string text) : text_(std::move(text)) {}
  Failure write_to(int descriptor) override {
    was_read = true;
    return write(descriptor, text_.data(), text_.size()) == static_cast<ssize_t>(text_.size()) ? Failure() : Failure(Error{.what = "write", .where = {}, .fix = {}, .more = {}});
  }
  bool was_read = false;

 private:
  std::string text_;
};

struct Written {
  Written() {
    std::string pattern = (fs::temp_directory_path() / "plain-tree-XXXXXX").string();
    root = mkdtemp(pattern.data());
    tree = open_plain_tree(root.string());
  }
  ~Written() { fs::remove_all(root); }

  Failure file(const std::string& path, const std::string& text) {
    Text content(text);
    return tree->write({.kind = SourceEntry::Kind::kFile, .path = path, .target = {}, .modified = {1'000'000'000, 0}}, &content);
  }
  Failure directory(const std::string& path) { return tree->write({.kind = SourceEntry::Kind::kDirectory, .path = path, .target = {}}, nullptr); }
  Failure hard_link(const std::string& path, const std::string& target) {
    return tree->write({.kind = SourceEntry::Kind::kHardLink, .path = path, .target = target}, nullptr);
  }
  std::string read(const std::string& path) const {
    std::ifstream in(root / path);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  bool has_links() const {
    for (const auto& entry : fs::recursive_directory_iterator(root))
      if (entry.is_symlink()) return true;
    return false;
  }

  fs::path root;
  std::unique_ptr<Tree> tree;
};

}  // namespace

TEST_CASE("plain tree: links to what comes later are copies at the end, and none is a link") {
  Written to;
  REQUIRE_FALSE(to.tree->make_link("lib", "usr/lib"));
  REQUIRE_FALSE(to.tree->make_link("usr/lib/libm.so", "/lib/libm.so.6"));
  REQUIRE_FALSE(to.directory("lib"));
  REQUIRE_FALSE(to.file("lib/libm.so.6", "m"));
  CHECK(to.read("usr/lib/libm.so.6") == "m");
  REQUIRE_FALSE(to.tree->finish());
  CHECK_FALSE(to.has_links());
  CHECK(to.read("usr/lib/libm.so") == "m");
  CHECK(to.read("lib/libm.so") == "m");
  CHECK(to.tree->clashes().empty());
  CHECK(fs::last_write_time(to.root / "usr/lib/libm.so.6") == fs::file_time_type::clock::from_sys(std::chrono::sys_seconds(std::chrono::seconds(1'000'000'000))));
}

TEST_CASE("plain tree: of names that differ in case the last file stays, a link yields, directories are joined; each is told") {
  Written to;
  REQUIRE_FALSE(to.file("x/xt_TCPMSS.h", "upper"));
  REQUIRE_FALSE(to.file("x/xt_tcpmss.h", "lower"));
  REQUIRE_FALSE(to.file("x/libcharls.so.2", "real"));
  REQUIRE_FALSE(to.tree->make_link("x/libCharLS.so.2", "libcharls.so.2"));
  REQUIRE_FALSE(to.directory("Inc"));
  REQUIRE_FALSE(to.file("Inc/a.h", "a"));
  REQUIRE_FALSE(to.directory("inc"));
  REQUIRE_FALSE(to.file("inc/b.h", "b"));
  REQUIRE_FALSE(to.tree->finish());
  CHECK_FALSE(fs::exists(to.root / "x/xt_TCPMSS.h"));
  CHECK(to.read("x/xt_tcpmss.h") == "lower");
  CHECK(to.read("x/libcharls.so.2") == "real");
  CHECK(to.read("Inc/b.h") == "b");
  const auto told = to.tree->clashes();
  REQUIRE(told.size() == 3);
  CHECK(told[0] == "/x/xt_tcpmss.h has the name of another file but for upper and lower case; this file system holds one of them, and keeps this one");
  CHECK(told[1].ends_with("keeps /x/libcharls.so.2"));
  CHECK(told[2] == "/inc and /Inc are one folder on this file system, which holds the files of both");
}

TEST_CASE("plain tree: a name that cannot be is told once and left out with all below it, and is read all the same") {
  Written to;
  Text content("text");
  REQUIRE_FALSE(to.tree->write({.kind = SourceEntry::Kind::kFile, .path = "man/Foo::Bar.3", .target = {}}, &content));
  CHECK(content.was_read);
  REQUIRE_FALSE(to.file("aux/a", "a"));
  REQUIRE_FALSE(to.file("aux/b", "b"));
  REQUIRE_FALSE(to.file("c", "c"));
  REQUIRE_FALSE(to.hard_link("d", "aux/a"));
  REQUIRE_FALSE(to.tree->finish());
  CHECK(to.tree->clashes() == std::vector<std::string>{"/man/Foo::Bar.3 was left out: no file here can have that name, which holds the character :",
                                                       "/aux was left out: no file here can have that name, which is that of a device",
                                                       "/d was left out: it is another name of a file that was"});
  CHECK(std::distance(fs::recursive_directory_iterator(to.root), fs::recursive_directory_iterator()) == 1);
}

TEST_CASE("plain tree: nothing is written outside; what comes again replaces, and shares no bytes with its former other name") {
  Written to;
  REQUIRE_FALSE(to.tree->make_link("up", "../.."));
  REQUIRE_FALSE(to.file("up/a", "inside"));
  CHECK(to.read("a") == "inside");
  REQUIRE_FALSE(to.hard_link("b", "a"));
  REQUIRE_FALSE(to.file("a", "again"));
  CHECK(to.read("a") == "again");
  CHECK(to.read("b") == "inside");
  CHECK(to.file("a/below", "x"));
  CHECK(to.hard_link("c", "nothing"));
  REQUIRE_FALSE(to.tree->make_link("loop", "loop"));
  CHECK(to.file("loop/a", "x"));
  REQUIRE_FALSE(to.directory("folder"));
  CHECK(to.file("folder", "x"));
  REQUIRE_FALSE(to.tree->remove("b"));
  CHECK_FALSE(fs::exists(to.root / "b"));
}

TEST_CASE("plain tree: mending sees links as the board does") {
  Written to;
  REQUIRE_FALSE(to.file("usr/lib/aarch64-linux-gnu/libm.so.6", "m"));
  REQUIRE_FALSE(to.tree->make_link("lib", "usr/lib"));
  REQUIRE_FALSE(to.tree->make_link("usr/lib/aarch64-linux-gnu/libm.so", "/lib/aarch64-linux-gnu/libm.so.6"));
  REQUIRE_FALSE(to.tree->make_link("usr/lib/aarch64-linux-gnu/libn.so", "libn.so.1"));
  REQUIRE_FALSE(to.file("usr/local/cuda-12.6/version.json", "{}"));
  const auto mended = mend(*to.tree);
  REQUIRE(mended);
  CHECK(mended->made_relative == 1);
  CHECK(mended->dangling_removed == 1);
  REQUIRE_FALSE(to.tree->finish());
  CHECK(to.read("usr/lib/aarch64-linux-gnu/libm.so") == "m");
  CHECK(to.read("lib/aarch64-linux-gnu/libm.so") == "m");
  CHECK_FALSE(fs::exists(to.root / "usr/lib/aarch64-linux-gnu/libn.so"));
  CHECK(to.read("usr/local/cuda/version.json") == "{}");
  CHECK(to.read("usr/local/cuda-12/version.json") == "{}");
  CHECK(to.tree->clashes().empty());
}
