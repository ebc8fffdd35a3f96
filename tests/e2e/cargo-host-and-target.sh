#!/bin/bash
# One build that compiles C for the desktop (a proc-macro crate's, and a generator that build.rs runs) and for the board.
# matrix: clang=14 sysroot=bullseye,trixie linker=clang,gcc,ld
# matrix: clang=19 sysroot=bookworm linker=clang,gcc,ld
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
by_hand_too

cp -r "$e2e/data/host-and-target" .
cd host-and-target
cargo_settings "aarch64-jetson-${linker:=clang}"
fetch_crates
quietly cargo build --target "$target"
program=target/$target/debug/host-and-target
[ "$(elf "$program" type machine)" = "DYN AArch64" ]
prints "generated on $(uname -m), macro on $(uname -m), runs on aarch64" run_on_board "$program"
same_as_by_hand 1
