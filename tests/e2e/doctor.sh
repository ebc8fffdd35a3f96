#!/bin/bash
# A machine in order: doctor tells what builds with what, and why; C, C++, CMake and Rust programs were built and ran.
# matrix: clang=14,19
# matrix: host=x86_64-linux-musl
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
. "$e2e/findings.inc"
doctor 0
lacks_faults
finds ok settings 'AARCH64_JETSON_CONFIG names it' ''
finds ok settings "sysroot = \"$board\"" ''
finds ok settings "$AARCH64_JETSON_CONFIG:1:" ''
finds ok settings 'built-in defaults: module, triple, cpu,' ''
[[ $(version clang) = "$clang".* ]] && [[ $(version lld) = "$clang".* ]] || fail "clang $(version clang), lld $(version lld)"
[ "$(version cargo)" = "$(/usr/bin/cargo --version | cut -d' ' -f2)" ]
[ "$(version rustc)" = "$(/usr/bin/rustc --version | cut -d' ' -f2)" ]
[ "$(version cmake)" = "$(cmake --version | sed -n '1s/cmake version //p')" ]
[[ $(version pkg-config) = "$(pkgconf --version)" ]]
[ "$(version glibc)" = 2.36 ]
finds ok tools "$(dirname "$(readlink -f "$tools/aarch64-jetson")")" ''
finds ok path 'aarch64-jetson-clang is first on PATH' ''
finds ok c 'a C program was built, and ran in qemu' ''
finds ok c++ 'a C++ program was built, and ran in qemu' ''
finds ok cmake 'a CMake project was built, and ran in qemu' ''
finds ok rust 'a Rust program with C in it was built, and ran in qemu' ''
finds ok bindgen "libclang reads the sysroot's headers" ''
finds ok pkg-config "$board/usr/lib/aarch64-linux-gnu/pkgconfig" ''

# Without a file for the settings it says where one was looked for.
unset AARCH64_JETSON_CONFIG
export HOME=$scratch/home JETSON_SYSROOT=$board
doctor 0
finds ok settings "built-in defaults: there is no $HOME/.config/aarch64-jetson/aarch64-jetson.toml and " ''
finds ok settings JETSON_SYSROOT ''
