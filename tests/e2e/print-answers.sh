#!/bin/bash
# What build systems ask a compiler for: where it is, its sysroot, its multiarch name; and see through to clang.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

clang_path=$(aarch64-jetson-clang -print-prog-name=aarch64-jetson-clang)
[ "$(readlink -f "$clang_path")" = "$(readlink -f "$(command -v "clang-$clang")")" ]
prints "$tools/aarch64-jetson-ld" aarch64-jetson-gcc -print-prog-name=ld
prints "$board" aarch64-jetson-gcc -print-sysroot
prints aarch64-linux-gnu aarch64-jetson-gcc -print-multiarch
prints "$("clang-$clang" --target=aarch64-linux-gnu -dumpmachine)" aarch64-jetson-gcc -dumpmachine
libc=$(aarch64-jetson-gcc -print-file-name=libc.so)
[ "$(readlink -f "$libc")" = "$(readlink -f "$board/usr/lib/aarch64-linux-gnu/libc.so")" ]
exits 0 aarch64-jetson-clang -v 2> message
grep -q "clang version $clang\." message
exits 1 grep 'linker command failed' message
