#!/bin/bash
# The linker by itself, as make, kernels and libtool call it; each result is what lld gives by hand.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"

by_hand=("ld.lld-$clang" -m aarch64linux "--sysroot=$board")
libraries=$board/usr/lib/aarch64-linux-gnu
printf '%s\n' '#include <stdio.h>' '#include <zlib.h>' 'int main(void) { return puts(zlibVersion()) < 0; }' > main.c
echo '.global _start; _start: mov x0, #5; mov x8, #93; svc #0' > start.s
quietly aarch64-jetson-clang -c main.c start.s

quietly aarch64-jetson-ld -r main.o start.o -o partial.o
"${by_hand[@]}" -r main.o start.o -o hand.o
cmp partial.o hand.o

echo 'SECTIONS { . = 0x400000; .text : { *(.text) } } ENTRY(_start)' > script.ld
quietly aarch64-jetson-ld.lld -T script.ld start.o -o scripted
"${by_hand[@]}" -T script.ld start.o -o hand
cmp scripted hand
exits 5 run_on_board ./scripted

# A native ld knows where the libraries are; the order of the words is the user's.
words=(-dynamic-linker /lib/ld-linux-aarch64.so.1 "$libraries/crt1.o" "$libraries/crti.o" main.o -lz -lc "$libraries/crtn.o")
quietly aarch64-jetson-ld "${words[@]}" -o main
"${by_hand[@]}" "${words[@]}" "-L$libraries" -o hand
cmp main hand
run_on_board ./main

mkdir "a b"
cp start.o "a b/it's.o"
printf '%s\n' "\"a b/it's.o\"" -o 'from\ file' > words
quietly aarch64-jetson-ld -flavor gnu @words
exits 5 run_on_board "./from file"

shows "LLD $clang\." aarch64-jetson-ld --version
shows "LLD $clang\." aarch64-jetson-ld -v
exits 1 aarch64-jetson-ld 2> message
grep -q 'no input files' message
