#!/bin/bash
# A `clang` that is our own tool, by a link, a copy or in the settings, is passed over or refused, never run in a circle.
. "$(dirname "$0")/common.inc"

echo 'int main(void) { return 0; }' > main.c
mkdir link copy
ln -s "$TESTS_BUILD/stage/bin/aarch64-jetson-clang" link/clang
cp "$TESTS_BUILD/stage/bin/aarch64-jetson-clang" copy/clang
unset_clang() { sed -i '/^clang = /d' "$AARCH64_JETSON_CONFIG"; }
export PATH
original=$PATH
unset_clang
for how in link copy; do
    PATH=$scratch/$how:$original
    quietly timeout 20 aarch64-jetson-clang main.c -o "$how-main"
    [ "$(elf "$how-main" machine)" = AArch64 ]
done
PATH=$original
for how in aarch64-jetson-clang "$scratch/link/clang" "$scratch/copy/clang"; do
    settings
    sed -i "s|^clang = .*|clang = '$how'|" "$AARCH64_JETSON_CONFIG"
    exits 1 timeout 20 aarch64-jetson-clang main.c -o none 2> message
    grep -q '^aarch64-jetson-clang: error: ' message && grep -q '^  fix:   ' message
    [ ! -e none ]
done
