#!/bin/bash
# Lua by its own Makefile, which takes the tools one by one; the interpreter and the compiler run.
# matrix: clang=14 sysroot=bullseye,trixie
# matrix: clang=19 sysroot=bookworm
. "$(dirname "$0")/common.inc"
by_hand_too

cp -a "$(source_of lua5.4)" lua
make -C lua linux CC="aarch64-jetson-gcc -std=gnu99" AR="aarch64-jetson-ar rcu" RANLIB=aarch64-jetson-ranlib
[ "$(elf lua/src/lua type machine)" = "DYN AArch64" ]
echo 'print(string.format("%s %d %.2f", _VERSION, 7 // 2, math.pi), pcall(error, "raised"))' > script.lua
run_on_board lua/src/luac -o compiled script.lua
prints $'Lua 5.4 3 3.14\tfalse\traised' run_on_board lua/src/lua compiled
same_as_by_hand 36
