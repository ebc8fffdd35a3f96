#!/bin/bash
# Builds the project in the tests' build folder.
#   tests/prepare/build.sh release      as users get it, installed into stage/
#   tests/prepare/build.sh sanitized    with ASan and UBSan, and with the unit tests
set -euo pipefail

kind=$1
source=$(cd "$(dirname "$0")/../.." && pwd)
build=${TESTS_BUILD:?the build folder of the tests}

has_catch2() {
    mkdir -p "$build/catch2-probe"
    printf '%s\n' 'cmake_minimum_required(VERSION 3.25)' 'project(probe CXX)' 'find_package(Catch2 3 REQUIRED)' \
        > "$build/catch2-probe/CMakeLists.txt"
    cmake -S "$build/catch2-probe" -B "$build/catch2-probe" > "$build/catch2-probe/log" 2>&1
}

configure() {
    cmake -S "$source" -B "$build/$kind" -G Ninja "$@"
    cmake --build "$build/$kind" -j "${TESTS_JOBS:-2}"
}

case $kind in
    release)
        configure -DCMAKE_BUILD_TYPE=Release
        rm -rf "$build/stage"
        cmake --install "$build/$kind" --prefix "$build/stage"
        ;;
    sanitized)
        # Debian 12 has Catch2 2; its backports have 3.
        [ -d "$build/catch2" ] || has_catch2 ||
            "$source/tests/prepare/debian.sh" "$build/catch2" package libcatch2-dev/bookworm-backports
        configure -DCMAKE_BUILD_TYPE=Debug -DAARCH64_JETSON_SANITIZE=ON -DAARCH64_JETSON_TESTS=ON \
            -DCMAKE_PREFIX_PATH="$build/catch2/usr"
        ;;
esac
