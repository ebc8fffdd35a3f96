#!/bin/bash
# A healthy sysroot: exit code 0, nothing to mend, and the versions it really has.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie
. "$(dirname "$0")/common.inc"
. "$e2e/findings.inc"

check 0 "$board"
lacks_faults
case $sysroot in
    bullseye) wanted='2.31 10 6.0.28' ;;
    bookworm) wanted='2.36 12 6.0.30' ;;
    trixie) wanted='2.41 14 6.0.33' ;;
esac
[ "$(version glibc) $(version gcc) $(version libstdc++)" = "$wanted" ] || fail "$(cat report.json)"
finds ok release Debian ''
finds ok build 'C builds' ''
finds ok build 'C++ with iostream and exceptions builds' ''
finds ok build 'C with -lm builds' ''

# The sysroot of the settings, as a table; and one that is not there.
shows "^ok  *glibc  *glibc ${wanted%% *}: $board/usr/include/features.h\$" aarch64-jetson sysroot check
export JETSON_SYSROOT=$scratch/none
exits 1 aarch64-jetson sysroot check 2> error
grep -q "sysroot does not exist: $scratch/none" error
grep -q 'where: JETSON_SYSROOT' error
exits 1 aarch64-jetson sysroot check "$scratch" 2> error
grep -q "no sysroot, it has no folder usr: $scratch" error
