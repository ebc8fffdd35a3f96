#!/bin/bash
# aarch64-jetson.exe, in wine: a packed sysroot is unpacked without links and on a file system that takes small letters for capital ones;
# copies stand for the links, what cannot be held is told, and C and C++ are built with it. So is one that is made of an archive.
. "$(dirname "$0")/common.inc"
"$tools/aarch64-jetson" sysroot pack "$board" packed.tar.zst > report
linux=$tools linux_board=$board
. "$e2e/findings.inc"
. "$e2e/windows.inc"
manager=$tools/aarch64-jetson.exe

wine64 "$manager" sysroot unpack packed.tar.zst "$(to_windows "$PWD/unpacked größe")" > report 2>&1 || fail "$(tail -n 5 report)"
[ -z "$(find 'unpacked größe' -type l)" ]
[ -f 'unpacked größe/usr/lib/aarch64-linux-gnu/libz.so' ] && [ -f 'unpacked größe/lib/ld-linux-aarch64.so.1' ]
cmp 'unpacked größe/usr/lib/aarch64-linux-gnu/libz.so' "$board/usr/lib/aarch64-linux-gnu/libz.so"
grep -q 'xt_.*has the name of another file but for upper and lower case' report
[ -z "$(ls -A | grep partial || true)" ]

# The C program by our tool of this machine, so that qemu can run it; C++ by that for Windows.
printf '%s\n' "sysroot = '$PWD/unpacked größe'" '[programs]' "clang = 'clang-$clang'" > linux.toml
printf '%s\n' '#include <stdio.h>' '#include <zlib.h>' 'int main(void) { printf("hello with zlib %s\n", zlibVersion()[0] ? "here" : ""); return 0; }' > hello.c
AARCH64_JETSON_CONFIG=$PWD/linux.toml quietly "$linux/aarch64-jetson-clang" hello.c -lz -o hello
prints "hello with zlib here" run_on_board ./hello
board="$PWD/unpacked größe" windows_settings
printf '%s\n' '#include <iostream>' 'int main() { std::cout << "hello\n"; }' > hello.cc
wine64 "$tools/aarch64-jetson-clang++.exe" -c hello.cc -o hello.o
[ "$(elf hello.o type machine)" = "REL AArch64" ]

# Of an archive, by a path as users of Windows write it; and again, which is refused and loses nothing.
tar -C "$board" -cf board.tar ./usr ./lib ./etc ./var
wine64 "$manager" sysroot make '.\board.tar' '.\made' > report 2>&1 || fail "$(tail -n 5 report)"
[ -z "$(find made -type l)" ] && cmp made/lib/ld-linux-aarch64.so.1 "$board/lib/ld-linux-aarch64.so.1"
exits 1 wine64 "$manager" sysroot make board.tar made > report 2> error
grep -q 'made' error && grep -q '  fix: ' error && [ -f made/usr/include/stdio.h ]

# Of the image of a disk.
multiarch=usr/lib/aarch64-linux-gnu
mkdir -p "small/$multiarch" small/usr/include small/etc
cp -a "$linux_board/$multiarch"/{libz.so*,libc.so*,crt1.o} "small/$multiarch"
cp -a "$linux_board/usr/include/stdio.h" small/usr/include
PATH=$PATH:/sbin:/usr/sbin mke2fs -q -t ext4 -d small disk.img 32M
wine64 "$manager" sysroot make disk.img imaged > report 2>&1 || fail "$(tail -n 5 report)"
[ -z "$(find imaged -type l)" ] && cmp "imaged/$multiarch/libz.so" "$linux_board/$multiarch/libz.so"

# What an unpacker that knows no links leaves behind: their texts, and nothing at all.
printf 'libm.so.6' > made/usr/lib/aarch64-linux-gnu/libm.so
: > made/usr/lib/aarch64-linux-gnu/libz.so
exits 1 wine64 "$manager" sysroot check --json made > report.json 2> error
finds problem link-text 'libm.so' ''
finds problem empty-library 'libz.so' 'sysroot make'
finds problem build 'C with -lm does not build' ''

# There is no mmdebstrap on Windows.
exits 1 wine64 "$manager" sysroot fetch debian-bookworm fetched > report 2> error
grep -q '  fix: ' error || fail "$(cat report error)"
[ ! -e fetched ]
