#!/bin/bash
# Builds the project in the tests' build folder.
#   tests/prepare/build.sh release      as users get it, installed into stage/
#   tests/prepare/build.sh catch2       sees to Catch2 3: nothing to do where the system has it
#   tests/prepare/build.sh sanitized    with ASan and UBSan, and with the unit tests if there is Catch2 3
#   tests/prepare/build.sh packages [FOLDER [HOSTS]]    of what was built for each host, into packages/ or FOLDER
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
    catch2)
        [ ! -d "$build/catch2" ] || exit 0
        if has_catch2; then
            mkdir "$build/catch2"
        else # Debian 12 itself has Catch2 2
            "$source/tests/prepare/debian.sh" "$build/catch2" package libcatch2-dev/bookworm-backports
        fi
        ;;
    sanitized)
        configure -DCMAKE_BUILD_TYPE=Debug -DAARCH64_JETSON_SANITIZE=ON -DCMAKE_PREFIX_PATH="$build/catch2/usr" \
            -DAARCH64_JETSON_TESTS="$([ -d "$build/catch2" ] && echo ON || echo OFF)"
        ;;
    packages)
        builds=()
        for host in ${3:-x86_64-linux-musl aarch64-linux-musl x86_64-macos.11.0 aarch64-macos.11.0 x86_64-w64-mingw32}; do
            folder=$build/hosts/$host
            [ ! -e "$folder/aarch64-jetson" ] && [ ! -e "$folder/aarch64-jetson.exe" ] || builds+=("$host=$folder")
        done
        [ ${#builds[@]} -gt 0 ] || { echo "no host was built for" && exit 1; }
        version=$(sed -n 's/^project(aarch64-jetson VERSION \([0-9.]*\).*/\1/p' "$source/CMakeLists.txt")
        "$source/install/package.sh" --out "${2:-$build/packages}" --url "https://packages.invalid/$version" "${builds[@]}"
        ;;
esac
