#!/bin/bash
# Sysroots named in every way, and libc.so, which is a linker script with absolute names: lld reads those inside the sysroot
# as long as the script lies in it.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

echo '#include <zlib.h>
int main(void) { return zlibVersion() == 0; }' > main.c
# Without build-id and debug information no path gets into the program: all are the same.
mkdir "a b"
ln -s "$board" "a b/sys root"
ln -s "$board" link
relative=$(realpath --relative-to . "$board")
grep -q 'GROUP ( */' "$board/usr/lib/aarch64-linux-gnu/libc.so"
aarch64-jetson-clang main.c -lz -o reference
for path in "$scratch/a b/sys root" "$board/" "$scratch/link" "$relative" "./$relative/." "$board/usr/.."; do
    JETSON_SYSROOT=$path quietly aarch64-jetson-clang main.c -lz -o main
    cmp main reference
    sed -i "s|^sysroot = .*|sysroot = '$path'|" "$AARCH64_JETSON_CONFIG"
    quietly aarch64-jetson-clang main.c -lz -o main
    cmp main reference
    rm main
done
run_on_board ./reference

# Found through a directory outside of the sysroot the script's names are this machine's: lld's own error comes through,
# and so does its exit code.
settings
mkdir outside
cp "$board/usr/lib/aarch64-linux-gnu/libc.so" outside
exits 1 aarch64-jetson-clang main.c -lz -Loutside -o main 2> message
grep -q 'cannot open /' message
# Names that have the sysroot in them already are looked for below it once more.
cp -al "$board" twice
rm twice/usr/lib/aarch64-linux-gnu/libc.so
echo "GROUP ( $PWD/twice/usr/lib/aarch64-linux-gnu/libc.so.6 )" > twice/usr/lib/aarch64-linux-gnu/libc.so
JETSON_SYSROOT=$PWD/twice exits 1 aarch64-jetson-clang main.c -lz -o main 2> message
grep -q "cannot open\|cannot find\|unable to find" message
