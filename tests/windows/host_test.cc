#include "base/host.h"

#include <catch2/catch_test_macros.hpp>

#include "base/path.h"
#include "settings/locate.h"

using namespace jetson;
using Paths = std::vector<std::string>;

TEST_CASE("Windows: paths in our form") {
  CHECK(from_host_path(R"(C:\Users\Jo Doe\sysroot)") == "C:/Users/Jo Doe/sysroot");
  CHECK(from_host_path(R"(\\server\share\x)") == "//server/share/x");
  CHECK(from_host_path(R"(\\?\C:\x)") == "C:/x");
  CHECK(from_host_path(R"(\\?\UNC\server\share)") == "//server/share");
  CHECK(is_absolute("C:/x"));
  CHECK(is_absolute("/usr/lib"));
  CHECK_FALSE(is_absolute("C:x"));
  CHECK_FALSE(is_absolute("x/y"));
  CHECK(parent("C:/x") == "C:/");
  CHECK(parent("C:/x/y") == "C:/x");
  CHECK(join("C:/x", "D:/y") == "D:/y");
  CHECK(join("C:/", "y") == "C:/y");
  CHECK(normal("C:/a/./b/../c/") == "C:/a/c");
  CHECK(normal("C:/../..") == "C:/");
  CHECK(normal("//server/share/../x") == "//server/x");
}

TEST_CASE("Windows: PATH") {
  const auto folders = [](const char* path) { return path_folders(Environment({std::string("Path=") + path})); };
  CHECK(folders(R"(C:\Windows;C:\Program Files\LLVM\bin)") == Paths{"C:/Windows", "C:/Program Files/LLVM/bin"});
  // The working directory is never among them: an empty part says nothing.
  CHECK(folders(R"(;C:\a;;C:\b;)") == Paths{"C:/a", "C:/b"});
  CHECK(folders(R"("C:\a;b";C:\c)") == Paths{"C:/a;b", "C:/c"});
  CHECK(path_folders(Environment()) == Paths{});
}

TEST_CASE("Windows: programs end in .exe, whatever dots are in their names") {
  CHECK(with_program_ending("clang") == "clang.exe");
  CHECK(with_program_ending("ld.lld") == "ld.lld.exe");
  CHECK(with_program_ending("C:/x/CLANG.EXE") == "C:/x/CLANG.EXE");
  CHECK(is_batch_file("C:/x/clang.bat"));
  CHECK(is_batch_file("clang.CMD"));
  CHECK_FALSE(is_batch_file("clang.exe"));
  CHECK_FALSE(is_batch_file("bat"));
}

TEST_CASE("Windows: names of environment variables have no case, and keep the one they came with") {
  Environment environment({"=C:=C:\\work", "Path=x"});
  CHECK(environment.get("PATH") == "x");
  environment.set("PATH", "y");
  CHECK(environment.lines() == Paths{"=C:=C:\\work", "PATH=y"});
}

TEST_CASE("Windows: where settings are looked for") {
  const std::string tool = "C:/Jetson/bin/aarch64-jetson-clang.exe";
  CHECK(settings_candidates("x", Environment({R"(APPDATA=C:\Users\me\AppData\Roaming)", R"(USERPROFILE=C:\Users\me)"}), tool) ==
        Paths{"C:/Users/me/AppData/Roaming/aarch64-jetson/x.toml", "C:/Jetson/etc/x.toml"});
  CHECK(settings_candidates("x", Environment({R"(USERPROFILE=C:\Users\me)"}), tool).front() ==
        "C:/Users/me/AppData/Roaming/aarch64-jetson/x.toml");
  // Other systems' variables, which Git's shell sets, and relative paths say nothing.
  CHECK(settings_candidates("x", Environment({"HOME=/c/Users/me", "XDG_CONFIG_HOME=C:/x", "APPDATA=x"}), tool) ==
        Paths{"C:/Jetson/etc/x.toml"});
}
