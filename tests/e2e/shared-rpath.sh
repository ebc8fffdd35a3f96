#!/bin/bash
# A shared library beside its program, found by an rpath of $ORIGIN; an exception crosses from one to the other.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"
by_hand_too

cat > shape.cc <<'C'
#include <stdexcept>
int area(int side) {
    if (side < 0) throw std::invalid_argument("no such side");
    return side * side;
}
C
cat > main.cc <<'C'
#include <iostream>
#include <stdexcept>
int area(int side);
int main() {
    std::cout << area(7) << ' ';
    try { area(-1); } catch (const std::invalid_argument &e) { std::cout << e.what() << std::endl; }
}
C
mkdir lib
quietly aarch64-jetson-clang++ -fPIC -shared -Wl,-soname,libshape.so.2 shape.cc -o lib/libshape.so.2
ln -s libshape.so.2 lib/libshape.so
# shellcheck disable=SC2016 # $ORIGIN is for the loader
quietly aarch64-jetson-clang++ main.cc -Llib -lshape '-Wl,-rpath,$ORIGIN/lib' -o main
[ "$(readelf -dW lib/libshape.so.2 | grep -c 'SONAME.*libshape.so.2')" = 1 ]
[[ " $(elf main needed) " = *" libshape.so.2 "* ]]
[ "$(elf main runpath)" = "\$ORIGIN/lib" ]
cd /
prints "49 no such side" run_on_board "$scratch/main"
cd "$scratch"
same_as_by_hand 2
