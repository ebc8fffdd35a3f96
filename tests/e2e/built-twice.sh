#!/bin/bash
# A program that was built in another folder, at another time, has the same bytes. All of the forwarder would take half a minute to
# compile: its lowest layers are, and the programs are linked, of objects that are the same.
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
    *-mingw32) toolchain=("-DCMAKE_TOOLCHAIN_FILE=$PWD/install/mingw.cmake") ending=.exe object=obj ;;
    *)
        toolchain=("-DCMAKE_TOOLCHAIN_FILE=$PWD/install/zig.cmake" "-DZIG_TARGET=$host_of_build" "-DZIG=$(echo "$TESTS_BUILD"/zig/lib/python3*/site-packages/ziglang/zig)")
        ending='' object=o
        export ZIG_GLOBAL_CACHE_DIR=$TESTS_BUILD/zig-cache ZIG_LOCAL_CACHE_DIR=$PWD/zig-cache
        ;;
esac
cmake -S . -B built -G Ninja -DCMAKE_BUILD_TYPE=Release "${toolchain[@]}" -DAARCH64_JETSON_MANAGER=OFF > log
cmake --build built -j 2 --target base host > log
compared=0
while read -r file; do
    cmp "$file" "$first/${file#built/}"
    compared=$((compared + 1))
done < <(find built -name "*.$object")
[ "$compared" -ge 8 ] || fail "only $compared objects were compared"

# By the command with which all would be linked.
ninja -C built -t commands aarch64-jetson-clang$ending | tail -n 1 > link
(cd "$first" && find CMakeFiles -path '*.dir/shims/*' -name "*.$object") | tar -C "$first" -cf - -T - | tar -C built -xf -
(cd built && bash ../link > log)
cmp "built/aarch64-jetson-clang$ending" "$first/aarch64-jetson-clang$ending"
