#!/bin/bash
# More than 64 KiB of object names: clang hands them to the linker in a response file. With a linker that has arguments of its
# own that linker is reached through our ld, which must take the file.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

long=a-name-much-longer-than-any-should-be-but-such-are-the-objects-of-some-build-systems-that-put-whole-paths-in-them
for n in {1..600}; do echo ".text; .global f_$n; f_$n: mov w0, #$n; ret" > $long-$n.s; done
aarch64-jetson-clang -c $long-*.s
{
    printf 'int f_%s(void);\n' {1..600}
    echo 'int main(void) { int sum = 0;'
    printf 'sum += f_%s();\n' {1..600}
    echo 'return sum != 180300; }'
} > main.c
[ "$(printf '%s\n' $long-*.o | wc -c)" -gt 65536 ]
build() { quietly aarch64-jetson-clang main.c $long-*.o -o "$1" 2>&1 | cut -c 1-2000; }
build main
run_on_board ./main
sed -i "s|^clang = .*|&\nlld = ['ld.lld-$clang', '--no-color-diagnostics']|" "$AARCH64_JETSON_CONFIG"
build through-ours
cmp main through-ours
