#!/bin/bash
# Real projects by their own Makefiles, which take the tools one by one; their tools pack and unpack by qemu.
# matrix: project=lz4,libzstd,bzip2
. "$(dirname "$0")/common.inc"

tools_for_make=(CC=aarch64-jetson-clang AR=aarch64-jetson-ar RANLIB=aarch64-jetson-ranlib)
cp -a "$(source_of "${project:=lz4}")" source
case $project in
    lz4) make -C source -j2 lz4 "${tools_for_make[@]}" && program=source/lz4 ;;
    libzstd) make -C source/programs -j2 zstd "${tools_for_make[@]}" CFLAGS=-O1 && program=source/programs/zstd ;;
    bzip2) make -C source -j2 bzip2 "${tools_for_make[@]}" && program=source/bzip2 ;;
esac
[ "$(elf "$program" type machine)" = "DYN AArch64" ]
cat "$e2e"/*.sh > text
run_on_board "$program" -c < text > packed
[ "$(stat -c %s packed)" -lt $(($(stat -c %s text) * 2 / 3)) ]
run_on_board "$program" -d -c < packed > unpacked
cmp text unpacked
