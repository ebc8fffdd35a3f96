#!/bin/bash
# What points into the desktop's own system, in the environment or the arguments, does not reach the board's program.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

mkdir host
echo '#error "the header of the desktop"' | tee host/zlib.h > host/stdio.h
echo 'not a library' > host/libz.so
printf '%s\n' '#include <stdio.h>' '#include <zlib.h>' 'int main(void) { return puts(zlibVersion()) < 0; }' > main.c
aarch64-jetson-clang main.c -lz -o reference
(
    export CPATH=$scratch/host C_INCLUDE_PATH=$scratch/host LIBRARY_PATH=$scratch/host COMPILER_PATH=$scratch/host
    export GCC_EXEC_PREFIX=$scratch/host/ SDKROOT=$scratch/host
    quietly aarch64-jetson-clang main.c -lz -o main
)
cmp main reference

multiarch=$(uname -m)-linux-gnu
for flags in "-I/usr/include -L/usr/lib" "-I /usr/include/$multiarch -L /usr/lib/$multiarch" "-isystem /usr/include -L/lib"; do
    # shellcheck disable=SC2086 # words
    quietly aarch64-jetson-clang $flags main.c -lz -o main
    cmp main reference
done
# By default they are rewritten into the sysroot; they can be made an error as well.
settings 'host_paths = "error"'
exits 1 aarch64-jetson-clang -I/usr/include -c main.c 2> message
grep -q '/usr/include' message && grep -q '^  fix:   ' message
quietly aarch64-jetson-clang -I/usr/include-of-mine -Ihost/../host2 -c main.c
