#include "forward/driver_call.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "base/response_file.h"

using namespace jetson;

namespace {

DriverCall read(const char* line, const char* mode = "gcc") { return read_driver_call(mode, split_gnu_words(line)); }

}  // namespace

TEST_CASE("what links") {
  CHECK(read("t.c").links());
  CHECK(read("t.o -lfoo").links());
  CHECK(read("-").links());
  CHECK(read("-x c -").links());
  CHECK(read("-- -odd.c").links());
  CHECK(read("@not-there").links());
  CHECK(read("-Wl,--version").links());
  CHECK(read("-v -lfoo").links());
}

TEST_CASE("what does not link") {
  const auto* line = GENERATE("", "-v", "--version", "-c t.c", "-S t.c", "-E t.c", "-M t.c", "-MM t.c", "-fsyntax-only t.c", "t.h",
                              "-x c++-header t", "--precompile t.cppm", "-emit-ast t.c", "--analyze t.c", "-o t", "-I dir", "-L dir", "-shared",
                              "-cc1 t.c");
  CHECK_FALSE(read(line).links());
}

TEST_CASE("languages") {
  CHECK(read("-c t.c").compiles_c);
  CHECK_FALSE(read("-c t.c").compiles_cxx);
  CHECK(read("-c t.cc").compiles_cxx);
  CHECK(read("-c t.c", "g++").compiles_cxx);
  CHECK(read("-c -x c t.weird").compiles_c);
  CHECK(read("-c -xc++ t.c").compiles_cxx);
  CHECK(read("-c --language=c++ t.c").compiles_cxx);
  CHECK(read("-x c++-header t.h").compiles_cxx);
  CHECK(read("-c -x c++ a.c -x none b.c").compiles_c);
  CHECK(read("-E -", "g++").compiles_cxx);
  const DriverCall assembler = read("-c t.S");
  CHECK_FALSE(assembler.compiles_c);
  CHECK_FALSE(assembler.compiles_cxx);
}

TEST_CASE("an option without its value") {
  CHECK_FALSE(read("t.c -o").is_complete);
  CHECK_FALSE(read("t.c -Xlinker").is_complete);
  CHECK(read("t.c -o x").is_complete);
  CHECK(read("t.c -c").is_complete);
}

TEST_CASE("what the user has said already, in every spelling") {
  CHECK(read("--target=x -c t.c").target == "x");
  CHECK(read("-target x -target y").target == "y");
  CHECK_FALSE(read("--target=").target);
  CHECK(read("--sysroot=/x").sysroot == "/x");
  CHECK(read("--sysroot /x").sysroot == "/x");
  CHECK_FALSE(read("--sysroot=").sysroot);
  CHECK(read("-fuse-ld=bfd").fuse_ld == "bfd");
  CHECK(read("--ld-path=/x").has_ld_path);
  CHECK(read("-B/x").has_program_prefix);
  CHECK(read("-B /x").has_program_prefix);
  CHECK(read("--prefix=/x").has_program_prefix);
  for (const char* cpu : {"-mcpu=x", "-march=x", "-mtune=x"}) CHECK(read(cpu).has_cpu);
  for (const char* gcc : {"--gcc-toolchain=x", "--gcc-install-dir=x", "--gcc-triple=x"}) CHECK(read(gcc).has_gcc);
  CHECK(read("-resource-dir x").has_resource_dir);
  CHECK(read("-resource-dir=x").has_resource_dir);
  for (const char* still : {"-static", "--static", "-static-pie"}) CHECK(read(still).is_static);
  CHECK(read("-r").is_relocatable);
  CHECK(read("-nostdinc").has_nostdinc);
  // Values of other options say nothing.
  CHECK_FALSE(read("-o -mcpu=x -D -static").has_cpu);
  CHECK_FALSE(read("-o -static").is_static);
  CHECK_FALSE(read("-- -static").is_static);
}
