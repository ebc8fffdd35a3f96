#!/bin/bash
# Plain cargo with one of our tools as linker: C, C++ and assembler through the cc crate, threads, a caught panic, and
# a panic that ends the program with 101.
# matrix: clang=14 sysroot=bullseye,trixie linker=clang,clang++,gcc,ld
# matrix: clang=19 sysroot=bookworm linker=clang,clang++,gcc,ld
# matrix: host=x86_64-linux-musl,aarch64-linux-musl linker=gcc
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
by_hand_too

cp -r "$e2e/data/program" .
cd program
cargo_settings "aarch64-jetson-${linker:=clang}"
fetch_crates
quietly cargo build --target "$target"
program=target/$target/debug/program
[ "$(elf "$program" type machine interpreter)" = "DYN AArch64 /lib/ld-linux-aarch64.so.1" ]
prints "threads 360, caught true, assembler 42, C++ 29" run_on_board "$program"
exits 101 run_on_board "$program" panic 2> message
grep -q "panicked at src/main.rs" message
same_as_by_hand 6
