#include "forward/arguments.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;
using Words = std::vector<std::string>;

namespace {

Words texts(const std::vector<Argument>& arguments) {
  Words words;
  for (const Argument& argument : arguments) words.push_back(argument.text);
  return words;
}

}  // namespace

TEST_CASE("untouched arguments come back as they were given") {
  FakeDisk disk;
  disk.add_file("f", "x y");
  disk.add_file("one", "@one-is-missing");
  disk.add_file("empty", "");
  const Words given{"a", "@f", "@none", "@one", "@empty", "", "b"};
  const UserArguments arguments(given, disk);
  CHECK(arguments.words() == Words{"a", "x", "y", "@none", "@one-is-missing", "", "b"});
  // An empty response file says nothing, and nothing is lost with it.
  CHECK(texts(arguments.before_terminator()) == Words{"a", "@f", "@none", "@one", "", "b"});
}

TEST_CASE("a changed word opens its response file") {
  FakeDisk disk;
  disk.add_file("f", "x y z");
  const Words given{"a", "@f", "b"};
  UserArguments arguments(given, disk);
  arguments.replace(2, "Y", "test");
  arguments.drop(3);
  CHECK(texts(arguments.before_terminator()) == Words{"a", "x", "Y", "b"});
}

TEST_CASE("the terminator splits a response file") {
  FakeDisk disk;
  disk.add_file("f", "x -- y");
  const Words given{"@f", "b"};
  UserArguments arguments(given, disk);
  arguments.set_terminator(1);
  CHECK(texts(arguments.before_terminator()) == Words{"x"});
  CHECK(texts(arguments.from_terminator()) == Words{"--", "y", "b"});
}
