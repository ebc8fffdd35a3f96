#!/bin/bash
# The forwarders for macOS are compiled and linked, never run: for the right processor, macOS 11.0 and newer, with nothing but libSystem.
# That for x86-64, too, where `tests/prepare/hosts.sh x86_64-macos.11.0` was called.
. "$(dirname "$0")/common.inc"
for machine in aarch64 x86_64; do
    program=$TESTS_BUILD/hosts/$machine-macos.11.0/aarch64-jetson-clang
    [ $machine = aarch64 ] || [ -e "$program" ] || continue
    [ -e "$program" ] || skip "no build for macOS"
    llvm-objdump-19 --macho --private-headers "$program" > headers
    grep -qE "^ *MH_MAGIC_64 +$([ $machine = aarch64 ] && echo ARM64 || echo X86_64) .* EXECUTE" headers || fail "$(head -n 5 headers)"
    grep -A 4 'cmd LC_BUILD_VERSION' headers | grep -q 'minos 11.0' || fail "$(grep -A 6 LC_BUILD_VERSION headers)"
    [ "$(llvm-objdump-19 --macho --dylibs-used "$program" | sed -n 's/^\t\([^ ]*\).*/\1/p')" = /usr/lib/libSystem.B.dylib ]
    [ $machine != aarch64 ] || grep -q LC_CODE_SIGNATURE headers
done
