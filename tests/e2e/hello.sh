#!/bin/bash
# GNU hello by autoconf's way to cross-compile: --host names the tools' prefix.
# matrix: clang=14 sysroot=bullseye,trixie
# matrix: clang=19 sysroot=bookworm
. "$(dirname "$0")/common.inc"
by_hand_too

cp -a "$(source_of hello)" hello
cd hello
./configure --build="$(uname -m)-linux-gnu" --host=aarch64-jetson-linux-gnu | tee output
grep -q 'checking for aarch64-jetson-linux-gnu-gcc... aarch64-jetson-linux-gnu-gcc' output
grep -q 'checking whether we are cross compiling... yes' output
make -j2
[ "$(elf hello type machine)" = "DYN AArch64" ]
prints "Hello, world!" run_on_board ./hello
prints "Hello, Jetson" run_on_board ./hello -g "Hello, Jetson"
same_as_by_hand 100
