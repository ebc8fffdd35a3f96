#!/bin/bash
# Editors: clangd opens a file of a project with the emitted .clangd alone, and by --query-driver with a compile_commands.json
# that names our tools; clang-tidy reads that one too.
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"
for program in clangd-19 clang-tidy-19; do command -v $program > /dev/null || skip "no $program"; done

mkdir -p project
cd project
cat > program.cc <<'CXX'
#include <sys/stat.h>
#include <zlib.h>
#include <string>
static_assert(__aarch64__ == 1 && sizeof(struct stat) == 128 && sizeof(long double) == 16);
std::string version() { return zlibVersion(); }
CXX
exits 3 clangd-19 --check=program.cc 2> plain # what it says of code that is not for the desktop
"$manager" emit clangd --write
clangd-19 --check=program.cc > log 2>&1 || fail "$(grep -E '^E|error' log)"
grep -q -- '--target=aarch64-linux-gnu' log

rm .clangd
printf '[{"directory": "%s", "file": "program.cc", "arguments": ["%s", "-c", "program.cc"]}]\n' "$PWD" "$tools/aarch64-jetson-clang++" \
    > compile_commands.json
"$manager" emit vscode --write
arguments=$(sed '1d' .vscode/settings.json | python3 -c 'import json, sys; print("\n".join(json.load(sys.stdin)["clangd.arguments"]))')
clangd-19 "$arguments" --check=program.cc > log 2>&1 || fail "$(grep -E '^E|error' log)"
rm -r .vscode

# clang-tidy asks no compiler: it has the compile_commands.json that CMake makes with the emitted toolchain file, and no more.
printf '%s\n' 'cmake_minimum_required(VERSION 3.20)' 'project(tidy CXX)' 'find_package(ZLIB REQUIRED)' 'add_library(program program.cc)' \
    'target_link_libraries(program ZLIB::ZLIB)' > CMakeLists.txt
"$manager" emit cmake --write
cmake -S . -B build -DCMAKE_TOOLCHAIN_FILE="$HOME/.config/aarch64-jetson/aarch64-jetson.cmake" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
clang-tidy-19 --quiet --checks='-*,bugprone-*' --warnings-as-errors='*' -p build program.cc

"$manager" emit vscode-cpptools --write
sed 1d .vscode/c_cpp_properties.json | python3 -c 'import json, os, sys; assert os.access(json.load(sys.stdin)["configurations"][0]["compilerPath"], os.X_OK)'
