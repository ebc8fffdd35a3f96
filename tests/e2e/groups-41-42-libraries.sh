#!/bin/bash
# What a copied sysroot does to shared libraries, and what `sysroot make` does about it; and libraries that need others.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

printf '%s\n' '#include <math.h>' 'int main(int argc, char **argv) { (void)argv; return (int)cos(argc) + 7; }' > main.c
lib=usr/lib/aarch64-linux-gnu
# needs SYSROOT: the libraries that a program built against it needs.
needs() {
    JETSON_SYSROOT=$PWD/$1 aarch64-jetson-clang -O0 main.c -lm -o main && elf main needed
}

# 41: an absolute libm.so that leads nowhere here, beside libm.a: lld takes the static library without a word.
cp -al "$board" copied
rm "copied/$lib/libm.so"
ln -s "/$lib/libm.so.6.gone-on-this-machine" "copied/$lib/libm.so"
[[ " $(needs copied) " != *" libm.so.6 "* ]]
aarch64-jetson sysroot make -q copied made
[[ " $(needs made) " = *" libm.so.6 "* ]]
# Without the archive nothing is found, and lld says so.
rm "copied/$lib/libm.a"
JETSON_SYSROOT=$PWD/copied exits 1 aarch64-jetson-clang main.c -lm -o main 2> message
grep -q 'unable to find library -lm' message
# To a library of the desktop's.
ln -sfn "$(g++ -print-file-name=libm.so.6)" "copied/$lib/libm.so"
JETSON_SYSROOT=$PWD/copied exits 1 aarch64-jetson-clang main.c -lm -o main 2> message
grep -q 'is incompatible with' message

# 42: a library that needs another one which is not to be found: links, as on the board.
library() { echo "$2" | aarch64-jetson-clang -shared -fPIC -x c - -x none "${@:3}" -o "$1"; }
library libb.so 'int b(void) { return 5; }' -Wl,-soname,libb.so
library liba.so 'int b(void); int a(void) { return b(); }' -Wl,-soname,liba.so libb.so
mkdir hidden && mv libb.so hidden
echo 'int a(void); int main(void) { return a(); }' > use.c
quietly aarch64-jetson-clang use.c -L. -la -o use
exits 5 run_on_board -E "LD_LIBRARY_PATH=$PWD:$PWD/hidden" ./use
# One that has undefined names and says not whom it needs is refused, by lld's rule; the flag for it comes through.
library liba.so 'int b(void); int a(void) { return b(); }' -Wl,-soname,liba.so
exits 1 aarch64-jetson-clang use.c -L. -la -o use 2> message
grep -q 'undefined reference.*b' message
quietly aarch64-jetson-clang use.c -L. -la -Wl,--allow-shlib-undefined -o use
