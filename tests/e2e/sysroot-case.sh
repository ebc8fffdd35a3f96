#!/bin/bash
# A destination that takes upper and lower case for the same (here NTFS, by lowntfs-3g): which of two names is kept is told,
# and what needs neither of the two still builds.
. "$(dirname "$0")/common.inc"
PATH=$PATH:/usr/sbin:/sbin
command -v lowntfs-3g > /dev/null || skip "no lowntfs-3g (ntfs-3g)"
[ -w /dev/fuse ] || skip "no /dev/fuse"

mkdir -p root/usr/lib root/usr/include mounted
cp -a "$board"/usr/lib/aarch64-linux-gnu root/usr/lib
cp -a "$board"/usr/include/{*.h,linux,asm-generic,aarch64-linux-gnu} root/usr/include
cp -a "$board"/usr/lib/{gcc,ld-linux-aarch64.so.1} root/usr/lib
ln -s usr/lib root/lib
pairs=$(find root/usr/include -type f -printf '%P\n' | sort -f | uniq -Di)
count=$(($(wc -l <<< "$pairs") / 2))
[ $count -ge 8 ] || fail "linux-libc-dev has its pairs no more: $pairs"

truncate -s 300M disk.img
mkntfs -q -F disk.img &> mkntfs.log
lowntfs-3g -o ignore_case disk.img mounted
# shellcheck disable=SC2154 # set by the trap itself
trap 'code=$?; set +eE; umount mounted; (exit $code); on_exit' EXIT

aarch64-jetson sysroot make root mounted/made > report 2> progress
[ "$(grep -c 'but for upper and lower case' report)" = $count ] || fail "$count pairs, but: $(cat report)"
# The one that comes last is kept: of xt_TCPMSS.h and xt_tcpmss.h the second, in the order of bytes.
grep -q '/usr/include/linux/netfilter/xt_tcpmss.h has the name of another file .* keeps this one' report
cmp root/usr/include/linux/netfilter/xt_tcpmss.h mounted/made/usr/include/linux/netfilter/xt_tcpmss.h

echo '#include <stdio.h>
#include <math.h>
int main(int argc, char **argv) { (void)argv; return printf("%g\n", sqrt(16.0 * argc)) < 0; }' > main.c
JETSON_SYSROOT=$PWD/mounted/made aarch64-jetson-clang main.c -lm -o main
prints 4 run_on_board ./main
# The former is replaced there too.
quietly aarch64-jetson sysroot make -q --replace root mounted/made
[ "$(ls -A mounted)" = made ] || fail "left behind: $(ls -A mounted)"
