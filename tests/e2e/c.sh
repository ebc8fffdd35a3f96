#!/bin/bash
# A C program: for the right machine, with the board's loader and C library, and it runs.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"
by_hand_too

cat > main.c <<'C'
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
    printf("%d arguments, root %.3f\n", argc - 1, sqrt(atof(argv[1])));
    return 3;
}
C
quietly aarch64-jetson-clang -O2 -Wall -Werror -c main.c -o main.o
quietly aarch64-jetson-clang main.o -lm -o main
[ "$(elf main.o type machine)" = "REL AArch64" ]
[ "$(elf main type interpreter)" = "DYN /lib/ld-linux-aarch64.so.1" ]
[[ " $(elf main needed) " = *" libc.so.6 "* ]]
exits 3 run_on_board ./main 2 > output
[ "$(cat output)" = "1 arguments, root 1.414" ]

quietly aarch64-jetson-gcc main.c -lm
exits 3 run_on_board ./a.out 2 > output
same_as_by_hand 3
