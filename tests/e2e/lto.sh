#!/bin/bash
# Link-time optimisation: the objects are bitcode, and a function of one file is inlined into the other.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie kind=full,thin
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"
by_hand_too

echo '__attribute__((noreturn)) void gone(void); int twice(int n) { return n + n; }' > twice.c
cat > main.cc <<'C'
#include <iostream>
extern "C" int twice(int);
int main() { std::cout << twice(21) << std::endl; }
C
quietly aarch64-jetson-clang -O2 "-flto=${kind:=thin}" -c twice.c
quietly aarch64-jetson-clang++ -O2 "-flto=$kind" -c main.cc
for object in twice.o main.o; do
    [ "$(head -c 2 "$object")" = BC ] || fail "$object is not bitcode"
done
quietly aarch64-jetson-ar rcs libtwice.a twice.o
quietly aarch64-jetson-clang++ -O2 "-flto=$kind" main.o -L. -ltwice -o main
[ "$(elf main machine)" = AArch64 ]
aarch64-jetson-objdump -d main > code
[ "$(grep -c '<main>:' code) $(grep -c 'bl.*<twice>' code)" = "1 0" ]
prints 42 run_on_board ./main
same_as_by_hand 3
