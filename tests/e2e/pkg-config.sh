#!/bin/bash
# The host's pkg-config sees the sysroot's packages and none of the host's.
# matrix: sysroot=bullseye,bookworm,trixie
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"

host_only=tomlplusplus
pkg-config --exists $host_only || skip "the host has no $host_only.pc to hide"
prints "$(sed -n 's/^Version: //p' "$board"/usr/lib/aarch64-linux-gnu/pkgconfig/zlib.pc)" aarch64-jetson-pkg-config --modversion zlib
prints "$board/usr/lib/aarch64-linux-gnu" aarch64-jetson-pkg-config --define-variable=x=y --variable=libdir zlib
exits 1 aarch64-jetson-pkg-config --exists $host_only
export PKG_CONFIG_PATH=/usr/share/pkgconfig:/usr/lib/x86_64-linux-gnu/pkgconfig PKG_CONFIG_LIBDIR=/usr/share/pkgconfig
exits 1 aarch64-jetson-linux-gnu-pkg-config --exists $host_only
unset PKG_CONFIG_PATH PKG_CONFIG_LIBDIR

printf '%s\n' '#include <stdio.h>' '#include <zlib.h>' 'int main(void) { return puts(zlibVersion()) < 0; }' > main.c
# shellcheck disable=SC2046 # words
quietly aarch64-jetson-clang main.c $(aarch64-jetson-pkg-config --cflags --libs zlib) -o main
prints "$(aarch64-jetson-pkg-config --modversion zlib)" run_on_board ./main
