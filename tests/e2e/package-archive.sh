#!/bin/bash
# The archive for Linux works wherever it is unpacked, also in a folder with a blank in its name, and again after it was moved.
. "$(dirname "$0")/common.inc"
. "$e2e/package.inc"

mkdir "to ols"
name=aarch64-jetson-$version-linux-x86_64
tar -xf "$packages/$name.tar.gz" -C "to ols"
top="$scratch/to ols/$name"
works "$top/bin"
mv "$top" moved
works "$scratch/moved/bin"
# Any distribution: nothing is linked at run time.
for program in aarch64-jetson aarch64-jetson-clang; do
    [ -z "$(elf "moved/bin/$program" interpreter needed)" ] || fail "$program needs $(elf "moved/bin/$program" interpreter needed)"
done
man --warnings -E ascii -l moved/share/man/man1/aarch64-jetson.1 > page 2> complaints
[ ! -s complaints ] && grep -q "aarch64-jetson $version" page
