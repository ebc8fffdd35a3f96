// The command builder with what Windows puts into it.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "base/host.h"
#include "forward/build.h"
#include "forward/programs.h"
#include "settings/load.h"
#include "support/fake_disk.h"

using namespace jetson;

namespace {

constexpr const char* kFile = "C:/Users/me/AppData/Roaming/aarch64-jetson/aarch64-jetson.toml";
constexpr const char* kLld = "C:/Program Files/LLVM/bin/ld.lld.exe";

struct Desktop {
  FakeDisk disk;
  Environment environment{{R"(Path=C:\Windows\System32;C:\Program Files\LLVM\bin)", R"(USERPROFILE=C:\Users\me)"}};
  std::string settings = R"(sysroot = 'C:\sr')";

  Desktop() {
    for (const char* name : {"clang", "ld.lld", "llvm-ar"}) disk.add_file("C:/Program Files/LLVM/bin/" + std::string(name) + ".exe", name, true);
    disk.add_file("C:/Program Files/LLVM/bin/pkgconf.exe", "pkgconf", true);
    disk.add_file("C:/Jetson/bin/aarch64-jetson-clang.exe", "ours", true);
    disk.add_directory("C:/sr/usr/include");
    disk.add_directory("C:/sr/usr/lib/pkgconfig");
    for (const char* name : {"crt1.o", "Scrt1.o", "crti.o", "crtn.o"}) disk.add_file("C:/sr/usr/lib/aarch64-linux-gnu/" + std::string(name));
    for (const char* name : {"crtbegin.o", "crtbeginS.o", "crtend.o", "crtendS.o", "libstdc++.so"})
      disk.add_file("C:/sr/usr/lib/gcc/aarch64-linux-gnu/12/" + std::string(name));
  }

  Result<Command> call(const std::string& name, std::vector<std::string> arguments) {
    disk.add_file(kFile, settings);
    auto loaded = load_settings(kFile, environment, disk);
    if (!loaded) return loaded.error();
    kept = std::move(*loaded);
    const std::string path = "C:/Jetson/bin/" + name;
    return build_command({*parse_called_name(path), path, "C:/Jetson/bin/aarch64-jetson-clang.exe", std::move(arguments), environment, kept, disk});
  }
  Settings kept;
};

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("Windows: clang of PATH, lld beside it, the sysroot with slashes; the user's own words as they came") {
  Desktop desktop;
  const auto command = desktop.call("aarch64-jetson-clang.exe", {R"(-DX="C:\a\b")", R"(..\x.c)", "-o", R"(C:\out\x)"});
  REQUIRE(command);
  CHECK(command->program == "C:/Program Files/LLVM/bin/clang.exe");
  CHECK(command->words() == Strings{"C:/Program Files/LLVM/bin/clang.exe", "--driver-mode=gcc", "--start-no-unused-arguments",
                                    "--target=aarch64-linux-gnu", "--sysroot=C:/sr", "-fuse-ld=lld", std::string("--ld-path=") + kLld, "-Xlinker",
                                    "--undefined-version", "--end-no-unused-arguments", R"(-DX="C:\a\b")", R"(..\x.c)", "-o", R"(C:\out\x)"});
}

TEST_CASE("Windows: the C++ library's headers are named, since clang would look for them beside /lib") {
  const auto command = Desktop().call("aarch64-jetson-clang++.exe", {"-c", "x.cc"});
  REQUIRE(command);
  CHECK(command->words() == Strings{"C:/Program Files/LLVM/bin/clang.exe", "--driver-mode=g++", "--start-no-unused-arguments",
                                    "--target=aarch64-linux-gnu", "--sysroot=C:/sr", "-stdlib++-isystem", "C:/sr/usr/include/c++/12",
                                    "-stdlib++-isystem", "C:/sr/usr/include/aarch64-linux-gnu/c++/12", "-stdlib++-isystem",
                                    "C:/sr/usr/include/c++/12/backward", "--end-no-unused-arguments", "-c", "x.cc"});
}

TEST_CASE("Windows: names with .exe in any case") {
  for (const char* name : {"aarch64-jetson-clang.exe", "AARCH64-JETSON-CLANG.EXE", "aarch64-jetson-clang.Exe", "aarch64-jetson-clang"}) {
    const auto command = Desktop().call(name, {"-c", "x.c"});
    REQUIRE(command);
    CHECK(command->words()[1] == "--driver-mode=gcc");
  }
}

TEST_CASE("Windows: settings with backslashes, ~, relative paths, and programs without their ending") {
  Desktop desktop;
  desktop.disk.add_directory("C:/Users/me/sr");
  desktop.disk.add_file("C:/Users/me/AppData/Roaming/aarch64-jetson/llvm/clang.exe", "clang", true);
  desktop.settings = "sysroot = '~\\sr'\nresource_dir = '..\\lib'\n[programs]\nclang = 'llvm\\clang'";
  const auto command = desktop.call("aarch64-jetson-clang.exe", {"-c", "x.c"});
  REQUIRE(command);
  CHECK(command->words() == Strings{"C:/Users/me/AppData/Roaming/aarch64-jetson/llvm/clang.exe", "--driver-mode=gcc", "--start-no-unused-arguments",
                                    "--target=aarch64-linux-gnu", "--sysroot=C:/Users/me/sr",
                                    "-resource-dir=C:/Users/me/AppData/Roaming/aarch64-jetson/../lib", "--end-no-unused-arguments", "-c", "x.c"});
}

TEST_CASE("Windows: a batch file is no compiler") {
  for (const char* file : {"'C:\\x\\clang.bat'", "'clang.CMD'"}) {
    Desktop desktop;
    desktop.disk.add_file("C:/x/clang.bat", "@echo off", true);
    desktop.settings += std::string("\n[programs]\nclang = ") + file;
    const auto command = desktop.call("aarch64-jetson-clang.exe", {"-c", "x.c"});
    REQUIRE_FALSE(command);
    CHECK(command.error().what.find(" is a batch file: ") != std::string::npos);
    CHECK(command.error().where == std::string(kFile) + ":3:9 (programs.clang)");
  }
}

TEST_CASE("Windows: the host's paths lead into the sysroot as elsewhere") {
  const auto command = Desktop().call("aarch64-jetson-clang.exe", {"-I/usr/include", R"(-IC:\usr\include)", "-c", "x.c"});
  REQUIRE(command);
  const Strings words = command->words();
  CHECK(Strings(words.end() - 4, words.end()) == Strings{"-IC:/sr/usr/include", R"(-IC:\usr\include)", "-c", "x.c"});
}

TEST_CASE("Windows: the linker of our own is a file with .exe") {
  Desktop desktop;
  desktop.settings += "\n[programs]\nlld = ['ld.lld', '--no-color-diagnostics']";
  const auto command = desktop.call("aarch64-jetson-clang.exe", {"x.o"});
  REQUIRE(command);
  const Strings words = command->words();
  CHECK(std::find(words.begin(), words.end(), "--ld-path=C:/Jetson/bin/aarch64-jetson-ld.exe") != words.end());
}

TEST_CASE("Windows: what may move into a response file stands behind what says how to read it") {
  const auto link = Desktop().call("aarch64-jetson-ld.exe", {"x.o"});
  REQUIRE(link);
  CHECK(link->words()[link->first_movable - 1] == "--rsp-quoting=posix");
  // ar reads one by the same word; nm and its kin would read backslashes in one as Windows does.
  CHECK(Desktop().call("aarch64-jetson-ar.exe", {"cq", "x.a"})->first_movable == 1);
  Desktop desktop;
  desktop.disk.add_file("C:/Program Files/LLVM/bin/llvm-nm.exe", "nm", true);
  CHECK(desktop.call("aarch64-jetson-nm.exe", {"x.o"})->first_movable == 0);
}

TEST_CASE("Windows: rustc's link is completed, whose paths have backslashes") {
  const auto command = Desktop().call("aarch64-jetson-ld.exe", {"-pie", R"(-LC:\Users\me\.rustup\lib\rustlib\aarch64-unknown-linux-gnu\lib)", "-lc"});
  REQUIRE(command);
  const Strings words = command->words();
  CHECK(std::find(words.begin(), words.end(), "C:/sr/usr/lib/aarch64-linux-gnu/Scrt1.o") != words.end());
}

TEST_CASE("Windows: pkg-config's lists are parted by semicolons") {
  const auto command = Desktop().call("aarch64-jetson-pkg-config.exe", {"--libs", "x"});
  REQUIRE(command);
  CHECK(command->environment.get("PKG_CONFIG_SYSTEM_INCLUDE_PATH") ==
        "C:/sr/usr/include;/usr/include;C:/sr/usr/include/aarch64-linux-gnu;/usr/include/aarch64-linux-gnu");
  CHECK(command->environment.get("PKG_CONFIG_LIBDIR") == "C:/sr/usr/lib/pkgconfig");
}

TEST_CASE("Windows: nvcc, which compiles for Windows alone there, is no way to the board") {
  Desktop desktop;
  desktop.disk.add_directory("C:/CUDA");
  desktop.disk.add_file("C:/view/include/cuda.h");
  desktop.disk.add_file("C:/view/aarch64-jetson.view", "toolkit = C:/CUDA\ntoolkit_version = 13.0.88\nsysroot = C:/sr\ntarget_version = 13.0\n");
  desktop.settings += "\ncuda_view = 'C:/view'";
  const auto command = desktop.call("aarch64-jetson-nvcc.exe", {"-c", "x.cu"});
  REQUIRE_FALSE(command);
  CHECK(command.error().what == "NVIDIA's nvcc for Windows compiles for Windows alone");
  CHECK(command.error().fix == "compile with aarch64-jetson-clang++ -x cuda");
}
