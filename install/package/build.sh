#!/bin/bash
# Builds the tools for one host as they are released: build.sh HOST FOLDER, where HOST is one of install/libraries.sh. CMake builds in
# FOLDER/HOST; what is linked comes into FOLDER/libraries. What is there already is not built again.
set -euo pipefail

install=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
host=$1 folder=$2
mkdir -p "$folder"
"$install/libraries.sh" "$host" "$folder/libraries"
case $host in
    *-mingw32) toolchain=("-DCMAKE_TOOLCHAIN_FILE=$install/mingw.cmake") ;;
    *) toolchain=("-DCMAKE_TOOLCHAIN_FILE=$install/zig.cmake" "-DZIG_TARGET=$host" ${ZIG:+"-DZIG=$ZIG"}) ;;
esac
cmake -S "$install/.." -B "$folder/$host" -G Ninja -DCMAKE_BUILD_TYPE=Release "${toolchain[@]}" "-DLIBRARIES=$folder/libraries/$host"
cmake --build "$folder/$host" -j "${TESTS_JOBS:-$(nproc)}"
