#!/bin/bash
# Not a word on stdout or stderr when all is well, whatever the kind of call, and -Werror finds nothing of ours unused.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"
by_hand_too

echo 'int main(void) { return 0; }' > a.c
echo '.global f; f: ret' > b.s
echo '#define N 1' > h.h
for how in "-c a.c" "-S a.c" "-c b.s" "-fsyntax-only a.c" "-emit-llvm -c a.c" "-M -MF a.d a.c" "-MD -c a.c" \
    "-c -x c-header h.h -o h.pch" "-c -flto a.c" "-shared -fPIC a.c -o a.so" "-r a.c -o r.o" "-nostdlib -static a.c -e main" \
    "-c -o dash.o -- a.c" "-static a.c" "-static-pie a.c" "-no-pie a.c"; do
    # shellcheck disable=SC2086 # words
    quietly aarch64-jetson-clang -Werror -Wall $how
done
# What the user left unused is still told.
exits 1 aarch64-jetson-clang -Werror -Wl,-foo -c a.c 2> message
grep -q -- "-Wl,-foo: 'linker' input unused" message
same_as_by_hand 10
