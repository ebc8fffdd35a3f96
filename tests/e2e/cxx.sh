#!/bin/bash
# C++ programs that lean on the board's libstdc++ run: exceptions, threads, iostream.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie program=exceptions,threads,iostream
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"
by_hand_too

cp "$e2e/data/${program:=exceptions}.cc" .
quietly aarch64-jetson-clang++ -std=c++17 -O2 -g -Wall -Werror -pthread -c "$program.cc"
quietly aarch64-jetson-clang++ -pthread "$program.o" -o "$program"
[ "$(elf "$program" type machine)" = "DYN AArch64" ]
[[ " $(elf "$program" needed) " = *" libstdc++.so.6 "* ]]
prints "$(sed -n 's|^// prints: ||p' "$program.cc")" run_on_board "./$program"
same_as_by_hand 2
