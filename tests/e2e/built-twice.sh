#!/bin/bash
# The forwarder, compiled and linked in another folder at another time, has the same bytes.
# matrix: host=x86_64-w64-mingw32,x86_64-linux-musl
host_of_build=$host
unset host # the tools are not called
. "$(dirname "$0")/common.inc"

first=$TESTS_BUILD/hosts/$host_of_build
[ -e "$first/CMakeCache.txt" ] || skip "no build for $host_of_build"
mkdir another
cp -r "$e2e"/../../{CMakeLists.txt,config,install,shims} another
cd another
case $host_of_build in
    *-mingw32) toolchain=("-DCMAKE_TOOLCHAIN_FILE=$PWD/install/mingw.cmake") ending=.exe ;;
    *)
        toolchain=("-DCMAKE_TOOLCHAIN_FILE=$PWD/install/zig.cmake" "-DZIG_TARGET=$host_of_build" "-DZIG=$(echo "$TESTS_BUILD"/zig/lib/python3*/site-packages/ziglang/zig)")
        ending=''
        export ZIG_GLOBAL_CACHE_DIR=$TESTS_BUILD/zig-cache ZIG_LOCAL_CACHE_DIR=$PWD/zig-cache
        ;;
esac
cmake -S . -B built -G Ninja -DCMAKE_BUILD_TYPE=Release "${toolchain[@]}" -DAARCH64_JETSON_MANAGER=OFF > log
cmake --build built -j 2 --target aarch64-jetson-clang > log
cmp "built/aarch64-jetson-clang$ending" "$first/aarch64-jetson-clang$ending"
