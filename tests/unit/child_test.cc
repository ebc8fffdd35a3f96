#include "base/child.h"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include "base/os.h"

using namespace jetson;

namespace {
ChildRequest shell(const std::string& script) { return {.arguments = {"sh", "-c", script}, .environment = process_environment()}; }
}  // namespace

TEST_CASE("child: output, errors and exit code come back") {
  const auto end = run_child(shell("echo out; echo err >&2; exit 3"));
  REQUIRE(end);
  CHECK(end->out == "out\n");
  CHECK(end->err == "err\n");
  CHECK(end->exit_code == 3);
}

TEST_CASE("child: killed by a signal") {
  const auto end = run_child(shell("kill -9 $$"));
  REQUIRE(end);
  CHECK(end->exit_code == 137);
}

TEST_CASE("child: more input and output than a pipe holds") {
  ChildRequest request = shell("cat");
  request.input.assign(std::size_t{1} << 20, 'x');
  const auto end = run_child(request);
  REQUIRE(end);
  CHECK(end->out == request.input);
}

TEST_CASE("child: one that does not read its input") {
  ChildRequest request = shell("exit 0");
  request.input.assign(std::size_t{1} << 20, 'x');
  const auto end = run_child(request);
  REQUIRE(end);
  CHECK(end->exit_code == 0);
}

TEST_CASE("child: directory and environment are its own") {
  ChildRequest request = shell("pwd; echo $JETSON_TEST");
  request.directory = "/";
  request.environment.set("JETSON_TEST", "seen");
  CHECK(run_child(request)->out == "/\nseen\n");
}

TEST_CASE("child: a program that is not there is an error, not an exit code") {
  const auto end = run_child({.arguments = {"aarch64-jetson-no-such-program"}, .environment = process_environment()});
  REQUIRE_FALSE(end);
  CHECK(end.error().what == "cannot run aarch64-jetson-no-such-program (No such file or directory)");
}

TEST_CASE("child: one that is not waited for goes with its owner") {
  int output = -1;
  {
    auto child = Child::start(shell("exec sleep 1000"));
    REQUIRE(child);
    output = dup(child->output());
  }
  char byte;
  CHECK(read(output, &byte, 1) == 0);
  close(output);
}
