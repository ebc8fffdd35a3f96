#!/bin/bash
# `emit cmake --write`: CMake with that toolchain file alone finds the compilers, zlib in the sysroot and qemu for the tests.
# matrix: clang=14,19 sysroot=bullseye,trixie
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"

file=$HOME/.config/aarch64-jetson/aarch64-jetson.cmake
shows "^use: cmake -DCMAKE_TOOLCHAIN_FILE=$file$" "$manager" emit cmake --write
prints "$(cat "$file")" "$manager" emit cmake
cp -r "$e2e/data/cmake" source
cmake -S source -B build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$file" | tee output
grep -q "The CXX compiler identification is Clang $clang" output
grep -q "^ZLIB_LIBRARY_[A-Z]*:FILEPATH=$board/" build/CMakeCache.txt
cmake --build build -j2
[ "$(elf build/main type machine)" = "DYN AArch64" ]
(cd build && ctest --output-on-failure)
