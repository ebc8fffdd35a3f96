#!/bin/bash
# A sysroot whose highest GCC directory has no libstdc++ (an update that brought libgcc alone): clang by itself finds no
# <iostream> there; our tools take the GCC that has it, for headers and for the library.
# matrix: clang=14,19 sysroot=bullseye,bookworm
. "$(dirname "$0")/common.inc"

cp -a "$board" partial
gcc=$(echo partial/usr/lib/gcc/aarch64-linux-gnu/*)
mkdir "${gcc%/*}/13"
cp "$gcc"/crt*.o "$gcc"/libgcc* "${gcc%/*}/13"
board=$scratch/partial
settings

cat > main.cc <<'CC'
#include <iostream>
#include <stdexcept>
int main() {
    try { throw std::runtime_error("caught"); } catch (const std::exception &e) { std::cout << e.what() << '\n'; }
}
CC
exits 1 "clang-$clang" --driver-mode=g++ --target=aarch64-linux-gnu --sysroot="$board" -c main.cc 2> message
grep -q "'iostream' file not found" message
quietly aarch64-jetson-clang++ -Wall -Werror main.cc -o main
prints caught run_on_board ./main
quietly aarch64-jetson-clang++ -c main.cc -o main.o
quietly aarch64-jetson-gcc main.o -lstdc++ -o in-two-steps
prints caught run_on_board ./in-two-steps
