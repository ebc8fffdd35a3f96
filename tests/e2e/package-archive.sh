#!/bin/bash
# The archive for Linux works wherever it is unpacked, also in a folder with a blank in its name, and again after it was moved; and that
# for Linux on aarch64 in qemu.
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

# The version is written in one place; what has changed is told under it.
wrong=$(grep -rnwF "$version" "$e2e/../../"{install,shims,config,README.md} || true)
[ -z "$wrong" ] || fail "the version is also written in: $wrong"
grep -q "$version" "$e2e/../../CHANGELOG.md"

# For a desktop of aarch64, as far as qemu is one: the tools start, and what they build runs.
name=aarch64-jetson-$version-linux-aarch64
[ -e "$packages/$name.tar.gz" ] || skip "no build for aarch64"
tar -xf "$packages/$name.tar.gz"
prints "$version" qemu-aarch64-static "$name/bin/aarch64-jetson" --version
export JETSON_SYSROOT=$board
quietly qemu-aarch64-static "$name/bin/aarch64-jetson-clang++" hello.cc -o hello
prints "hello from the board" run_on_board ./hello
