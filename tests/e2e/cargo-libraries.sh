#!/bin/bash
# A cdylib and a staticlib crate, each used from a C program.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie linker=clang,clang++,gcc
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
by_hand_too

cp -r "$e2e/data/libraries" .
cd libraries
cargo_settings "aarch64-jetson-${linker:=clang}"
quietly cargo build --target "$target"
libraries=target/$target/debug
quietly aarch64-jetson-clang main.c -L"$libraries" -llibraries "-Wl,-rpath,$PWD/$libraries" -o with-cdylib
quietly aarch64-jetson-clang main.c "$libraries/liblibraries.a" -lpthread -ldl -lm -o with-staticlib
[[ " $(elf with-cdylib needed) " = *" liblibraries.so "* ]]
[[ " $(elf with-staticlib needed) " != *" liblibraries.so "* ]]
prints "sum 36, panic -1" run_on_board ./with-cdylib
prints "sum 36, panic -1" run_on_board ./with-staticlib
same_as_by_hand 3
