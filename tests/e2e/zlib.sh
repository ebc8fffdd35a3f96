#!/bin/bash
# zlib by its own configure, told the prefix of the tools; a text goes through the shared and the static library.
# matrix: clang=14 sysroot=bullseye,trixie
# matrix: clang=19 sysroot=bookworm
. "$(dirname "$0")/common.inc"
by_hand_too

cp -a "$(source_of zlib)" zlib
cd zlib
CROSS_PREFIX=aarch64-jetson- ./configure --prefix=/usr
grep -q '^CC=aarch64-jetson-gcc$' Makefile
make -j2 all
[ "$(elf libz.so type machine)" = "DYN AArch64" ]
for program in example examplesh minigzip; do [ "$(elf $program machine)" = AArch64 ]; done
run_on_board ./example
LD_LIBRARY_PATH=. run_on_board -E LD_LIBRARY_PATH=. ./examplesh
run_on_board ./minigzip < zlib.h > packed.gz
gunzip packed.gz
cmp packed zlib.h
same_as_by_hand 36
