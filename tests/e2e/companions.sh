#!/bin/bash
# Every companion tool, under both prefixes, is LLVM's of the same release as clang and does its work.
# matrix: clang=14,19
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"

echo 'int answer(void) { return 42; }' > answer.c
for prefix in aarch64-jetson aarch64-jetson-linux-gnu; do
    for tool in ar ranlib nm strip objcopy objdump readelf size strings llvm-ar llvm-ranlib llvm-nm llvm-strip llvm-objcopy; do
        shows "LLVM version $clang\." "$prefix-$tool" --version
    done
    for driver in clang cc gcc clang++ c++ g++ cpp; do
        shows "clang version $clang\." "$prefix-$driver" --version
        shows '^Target: aarch64-.*linux-gnu$' "$prefix-$driver" --version
    done
    quietly "$prefix-cc" -g -c answer.c
    quietly "$prefix-ar" rcsD "$prefix.a" answer.o
    shows ' T answer$' "$prefix-nm" "$prefix.a"
    shows 'mov.*w0, #0x2a\|mov.*w0, #42' "$prefix-objdump" -d answer.o
    shows AArch64 "$prefix-readelf" -h answer.o
    shows 'answer.c:1$' "$prefix-addr2line" -e answer.o 0
    quietly "$prefix-strip" -g answer.o
    "$prefix-size" answer.o > sizes
done
