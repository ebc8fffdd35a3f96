#include "sysroot/link_copies.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;
using Kind = Catalog::Kind;

namespace {

// "usr/" is a directory, "a -> b" a link, all else a file.
Catalog catalog_of(const std::vector<std::string>& lines) {
  Catalog catalog;
  for (const std::string& line : lines) {
    const std::size_t arrow = line.find(" -> ");
    if (arrow != std::string::npos) catalog.put({line.substr(0, arrow), Kind::kLink, line.substr(arrow + 4)});
    else if (line.ends_with('/')) catalog.put({line.substr(0, line.size() - 1), Kind::kDirectory});
    else catalog.put({line, Kind::kFile});
  }
  return catalog;
}

// "path" for a directory, "path = file" for a copy.
std::vector<std::string> copies(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  for (const auto& [path, from] : plan_link_copies(catalog_of(lines)).copies) out.push_back(from.empty() ? path : path + " = " + from);
  return out;
}

std::vector<std::string> remarks(const std::vector<std::string>& lines) { return plan_link_copies(catalog_of(lines)).remarks; }

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("link copies: chains of links end at the file, by relative and absolute texts, each counted from where the link lies") {
  CHECK(copies({"usr/", "usr/lib/", "usr/lib/libm.so.6", "usr/lib/libm.so -> libm.so.6", "etc/", "etc/m -> /usr/lib/libm.so", "usr/lib/n -> ../../etc/m"}) ==
        Words{"etc/m = usr/lib/libm.so.6", "usr/lib/libm.so = usr/lib/libm.so.6", "usr/lib/n = usr/lib/libm.so.6"});
  // The link's own place is usr/lib, though it is reached as lib.
  CHECK(copies({"usr/", "usr/lib/", "usr/a", "lib -> usr/lib", "usr/lib/up -> ../a"}) == Words{"lib", "lib/up = usr/a", "usr/lib/up = usr/a"});
}

TEST_CASE("link copies: a directory is copied with all that is in it, links too, whatever comes first") {
  CHECK(copies({"usr/", "usr/local/", "usr/local/cuda -> ../../etc/alternatives/cuda", "etc/", "etc/alternatives/", "etc/alternatives/cuda -> /usr/local/cuda-12.6",
                "usr/local/cuda-12.6/", "usr/local/cuda-12.6/include -> targets/x/include", "usr/local/cuda-12.6/targets/", "usr/local/cuda-12.6/targets/x/",
                "usr/local/cuda-12.6/targets/x/include/", "usr/local/cuda-12.6/targets/x/include/cuda.h"}) ==
        Words{"etc/alternatives/cuda", "etc/alternatives/cuda/include", "etc/alternatives/cuda/include/cuda.h = usr/local/cuda-12.6/targets/x/include/cuda.h",
              "etc/alternatives/cuda/targets", "etc/alternatives/cuda/targets/x", "etc/alternatives/cuda/targets/x/include",
              "etc/alternatives/cuda/targets/x/include/cuda.h = usr/local/cuda-12.6/targets/x/include/cuda.h",
              "usr/local/cuda", "usr/local/cuda/include", "usr/local/cuda/include/cuda.h = usr/local/cuda-12.6/targets/x/include/cuda.h", "usr/local/cuda/targets",
              "usr/local/cuda/targets/x", "usr/local/cuda/targets/x/include", "usr/local/cuda/targets/x/include/cuda.h = usr/local/cuda-12.6/targets/x/include/cuda.h",
              "usr/local/cuda-12.6/include", "usr/local/cuda-12.6/include/cuda.h = usr/local/cuda-12.6/targets/x/include/cuda.h"});
}

TEST_CASE("link copies: what has no end, leads nowhere or leads out is told and not copied") {
  CHECK(remarks({"bin/", "bin/X11 -> .", "bin/sh"}) ==
        Words{"/bin/X11 is a link that leads to a folder it lies in (.); there is no copy in its place"});
  CHECK(remarks({"a -> b", "b -> a"}).size() == 2);
  CHECK(remarks({"a -> b", "b -> a"})[0] == "/a is a link that leads in a circle (b); there is no copy in its place");
  CHECK(remarks({"out -> ../../etc/passwd", "etc/", "etc/passwd"}) ==
        Words{"/out is a link that leads out of the sysroot (../../etc/passwd); there is no copy in its place"});
  CHECK(remarks({"none -> nothing", "through -> file/x", "file"}).size() == 2);
  CHECK(copies({"none -> nothing", "through -> file/x", "file"}).empty());
}

TEST_CASE("link copies: directories that lead into each other end where they began") {
  CHECK(copies({"a/", "a/b -> ../c", "a/f", "c/", "c/d -> ../a", "c/g"}) == Words{"a/b", "a/b/g = c/g", "c/d", "c/d/f = a/f"});
}

TEST_CASE("link copies: links that double their files with every step have an end, which is told") {
  std::vector<std::string> lines{"d0/"};
  for (int i = 0; i < 40; ++i) lines.push_back("d0/f" + std::to_string(i));
  for (int level = 1; level < 30; ++level) {
    const std::string name = "d" + std::to_string(level);
    lines.push_back(name + "/");
    for (const char* side : {"l", "r"}) lines.push_back(name + "/" + side + " -> ../d" + std::to_string(level - 1));
  }
  const LinkCopies plan = plan_link_copies(catalog_of(lines));
  CHECK(plan.copies.size() <= 2'000'000);
  REQUIRE_FALSE(plan.remarks.empty());
  CHECK(plan.remarks[0].find("leads to more files than are copied for links") != std::string::npos);
}

TEST_CASE("catalog: names that differ in case alone are one, in the spelling of what is there") {
  const Catalog catalog = catalog_of({"usr/", "usr/Foo/", "usr/Foo/a.h", "link -> usr/foo"});
  CHECK(catalog.resolve("LINK/A.H").path == "usr/Foo/a.h");
  CHECK(catalog.find("USR/FOO")->path == "usr/Foo");
  CHECK(catalog.list("usr/foo").size() == 1);
  CHECK(catalog.list("").size() == 2);
  CHECK(catalog.locate("link/b").end == Catalog::Place::End::kMissing);
  CHECK(catalog.locate("link/b").path == "usr/Foo/b");
  CHECK(catalog.resolve("usr/Foo/a.h/x").end == Catalog::Place::End::kNoDirectory);
}
