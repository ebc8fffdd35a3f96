#!/bin/bash
# What ends the compiler ends our tool on Windows, in all 32 bits of an exit code.
. "$(dirname "$0")/common.inc"
. "$e2e/windows.inc"
stand_in_settings

for code in 0x00000000 0x00000001 0x000000fe 0x00000100 0x80000003 0xc0000005 0xffffffff; do
    prints "exit code $code"$'\r' wine64 parent.exe aarch64-jetson-ar.exe exit $code
done
# Ours are as everywhere: the user's fault 1, usage 2.
echo 'sysrot = "/x"' > windows.toml
exits 1 wine64 aarch64-jetson-ar.exe 2> message
grep -q 'did you mean `sysroot`?' message
cp "$tools/aarch64-jetson-ar.exe" aarch64-jetson-other.exe
exits 2 wine64 aarch64-jetson-other.exe 2> message
grep -q '^aarch64-jetson-other.exe: error: called as `aarch64-jetson-other.exe`, which is no name of a tool of ours' message
