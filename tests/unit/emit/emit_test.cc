// The text of each tool's settings for one made-up machine, worked out by hand from the tools' manuals. The folders have a blank and the
// sysroot a quote, so that each language's quoting shows.
#include "emit/emit.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

namespace {

Facts facts() {
  Facts facts;
  facts.prefix = "aarch64-jetson";
  facts.tools = "/my opt/bin";
  facts.settings_file = "/h/s.toml";
  facts.folder = "/h";
  facts.sysroot = "/it's";
  facts.multiarch = "aarch64-linux-gnu";
  facts.runner = {"qemu-aarch64-static", "-L", "/it's"};
  facts.board_prefixes = {"/opt/opencv-4.13"};
  facts.pkg_config = {"/it's/usr/lib/pkgconfig", "/it's/usr/share/pkgconfig"};
  facts.compile_flags = {"--target=aarch64-linux-gnu", "--sysroot=/it's", "-mcpu=cortex-a78ae"};
  facts.clang = "/usr/bin/clang-19";
  facts.clang_release = 19;
  facts.libclang = LibClang{19, "/usr/lib/llvm-19/lib", "/usr/lib/llvm-19/lib/clang/19"};
  return facts;
}

}  // namespace

TEST_CASE("emit cargo") {
  CHECK(emit_cargo(facts()) == R"([target.aarch64-unknown-linux-gnu]
linker = "/my opt/bin/aarch64-jetson-clang"
runner = ["qemu-aarch64-static", "-L", "/it's"]  # for cargo run and cargo test

[env]
CC_aarch64_unknown_linux_gnu = "/my opt/bin/aarch64-jetson-clang"
CXX_aarch64_unknown_linux_gnu = "/my opt/bin/aarch64-jetson-clang++"
AR_aarch64_unknown_linux_gnu = "/my opt/bin/aarch64-jetson-ar"
RANLIB_aarch64_unknown_linux_gnu = "/my opt/bin/aarch64-jetson-ranlib"
CMAKE_TOOLCHAIN_FILE_aarch64_unknown_linux_gnu = "/h/aarch64-jetson.cmake"
PKG_CONFIG_SYSROOT_DIR_aarch64_unknown_linux_gnu = "/it's"
PKG_CONFIG_LIBDIR_aarch64_unknown_linux_gnu = "/it's/usr/lib/pkgconfig:/it's/usr/share/pkgconfig"
PKG_CONFIG_PATH_aarch64_unknown_linux_gnu = ""
BINDGEN_EXTRA_CLANG_ARGS_aarch64_unknown_linux_gnu = "'--sysroot=/it'\\''s' -resource-dir=/usr/lib/llvm-19/lib/clang/19"
LIBCLANG_PATH = "/usr/lib/llvm-19/lib"
)");
}

TEST_CASE("emit cargo: nothing that is not there") {
  Facts bare = facts();
  bare.runner.clear();
  bare.libclang.reset();
  bare.pkg_config.clear();
  const std::string text = emit_cargo(bare);
  CHECK(text.find("runner") == std::string::npos);
  CHECK(text.find("LIBCLANG") == std::string::npos);
  CHECK(text.find("resource-dir") == std::string::npos);
  // An empty list would be the desktop's own directories.
  CHECK(text.find("PKG_CONFIG_LIBDIR_aarch64_unknown_linux_gnu = \"/it's\"\n") != std::string::npos);
}

TEST_CASE("emit cmake") {
  CHECK(emit_cmake(facts()) == R"(set(CMAKE_SYSTEM_NAME "Linux")
set(CMAKE_SYSTEM_PROCESSOR "aarch64")
set(CMAKE_C_COMPILER "/my opt/bin/aarch64-jetson-clang")
set(CMAKE_CXX_COMPILER "/my opt/bin/aarch64-jetson-clang++")
set(CMAKE_C_COMPILER_TARGET "aarch64-linux-gnu")
set(CMAKE_CXX_COMPILER_TARGET "aarch64-linux-gnu")
set(CMAKE_SYSROOT "/it's")
set(CMAKE_LIBRARY_ARCHITECTURE "aarch64-linux-gnu")
# Programs are this machine's, all else is the board's.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
list(APPEND CMAKE_SYSTEM_PREFIX_PATH "/opt/opencv-4.13")
set(PKG_CONFIG_EXECUTABLE "/my opt/bin/aarch64-jetson-pkg-config")
set(CMAKE_CROSSCOMPILING_EMULATOR "qemu-aarch64-static" "-L" "/it's")
)");
  Facts odd = facts();
  odd.sysroot = "/a;b$c\"d\\e";
  CHECK(emit_cmake(odd).find("set(CMAKE_SYSROOT \"/a\\;b\\$c\\\"d\\\\e\")\n") != std::string::npos);
}

TEST_CASE("emit meson") {
  CHECK(emit_meson(facts()) == R"([binaries]
c = '/my opt/bin/aarch64-jetson-clang'
cpp = '/my opt/bin/aarch64-jetson-clang++'
ar = '/my opt/bin/aarch64-jetson-ar'
strip = '/my opt/bin/aarch64-jetson-strip'
objcopy = '/my opt/bin/aarch64-jetson-objcopy'
objdump = '/my opt/bin/aarch64-jetson-objdump'
readelf = '/my opt/bin/aarch64-jetson-readelf'
pkg-config = '/my opt/bin/aarch64-jetson-pkg-config'
pkgconfig = '/my opt/bin/aarch64-jetson-pkg-config'
exe_wrapper = ['qemu-aarch64-static', '-L', '/it\'s']

[properties]
needs_exe_wrapper = true
sys_root = '/it\'s'

[host_machine]
system = 'linux'
cpu_family = 'aarch64'
cpu = 'aarch64'
endian = 'little'
)");
}

TEST_CASE("emit env: what is for this machine is named, too") {
  const std::string text = emit_env(facts());
  for (const char* line : {"export CC='/my opt/bin/aarch64-jetson-clang'\n", "export PKG_CONFIG='/my opt/bin/aarch64-jetson-pkg-config'\n",
                           "export CROSS_COMPILE='/my opt/bin/aarch64-jetson-'\n", "export HOST_CC='cc'\n", "export CC_FOR_BUILD='cc'\n",
                           "export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER='/my opt/bin/aarch64-jetson-clang'\n",
                           "export PKG_CONFIG_SYSROOT_DIR_aarch64_unknown_linux_gnu='/it'\\''s'\n"})
    CHECK(text.find(line) != std::string::npos);
}

TEST_CASE("emit env and meson: CUDA by the view, where there is one") {
  CHECK(emit_env(facts()).find("CUDA") == std::string::npos);
  CHECK(emit_meson(facts()).find("cuda") == std::string::npos);
  Facts cuda = facts();
  cuda.cuda = CudaFacts{"/h/my view", "sm_87"};
  const std::string text = emit_env(cuda);
  for (const char* line : {"export CUDA_PATH='/h/my view'\n", "export CUDA_COMPUTE_CAP=87\n", "export NVCC='/h/my view/bin/nvcc'\n",
                           "export CUDACXX='/h/my view/bin/nvcc'\n", "export NVCC_CCBIN='/my opt/bin/aarch64-jetson-clang++'\n",
                           "export CUDAHOSTCXX='/my opt/bin/aarch64-jetson-clang++'\n", "export CUDAARCHS=87\n",
                           "export PATH='/h/my view/bin':\"$PATH\"\n"})
    CHECK(text.find(line) != std::string::npos);
  CHECK(emit_meson(cuda).find("cuda = '/h/my view/bin/nvcc'\n") != std::string::npos);
  cuda.cuda->gpu.clear();
  CHECK(emit_env(cuda).find("CUDAARCHS") == std::string::npos);
}

TEST_CASE("emit clangd, vscode, conan") {
  CHECK(emit_clangd(facts()) == R"(# Where compile_commands.json names our compilers, clangd may instead ask them: --query-driver=/my opt/bin/aarch64-jetson-*
CompileFlags:
  Add:
    - "--target=aarch64-linux-gnu"
    - "--sysroot=/it's"
    - "-mcpu=cortex-a78ae"
  Remove: [-mno-outline-atomics, -fconserve-stack, -fno-allow-store-data-races]
)");
  CHECK(emit_vscode(facts()).find(R"("clangd.arguments": ["--query-driver=/my opt/bin/aarch64-jetson-*"])") != std::string::npos);
  CHECK(emit_conan(facts()).starts_with("[settings]\nos=Linux\narch=armv8\ncompiler=clang\ncompiler.version=19\n"));
}

// Held here alone: there was no Bazel to try it with.
TEST_CASE("emit bazel") {
  Facts plain = facts();
  plain.tools = "/opt/bin";
  plain.sysroot = "/sr";
  plain.runner = {"qemu-aarch64-static", "-L", "/sr"};
  CHECK(emit_bazel(plain) == R"(build:aarch64-jetson --repo_env=CC=/opt/bin/aarch64-jetson-clang
build:aarch64-jetson --repo_env=BAZEL_USE_CPP_ONLY_TOOLCHAIN=1
build:aarch64-jetson --action_env=PATH=/opt/bin:/usr/bin:/bin
run:aarch64-jetson --run_under='qemu-aarch64-static -L /sr'
)");
}

TEST_CASE("emit: a file of ours says so in its first line") {
  CHECK(emit_file(*find_emitter("vscode"), facts()).starts_with("// By `aarch64-jetson emit vscode` from /h/s.toml\n{"));
  CHECK(find_emitter("cmke") == nullptr);
}
