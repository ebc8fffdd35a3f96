#!/bin/bash
# What is for macOS is compiled and linked, never run: for the right processor, macOS 11.0 and newer, with nothing but libSystem, of which
# it asks no function that came later; on Apple's processors signed, without which the system runs nothing.
# That for x86-64, too, where `tests/prepare/hosts.sh x86_64-macos.11.0` was called.
. "$(dirname "$0")/common.inc"
for machine in aarch64 x86_64; do
    build=$TESTS_BUILD/hosts/$machine-macos.11.0
    [ $machine = aarch64 ] || [ -e "$build/aarch64-jetson" ] || continue
    [ -e "$build/aarch64-jetson" ] || skip "no build for macOS"
    for program in aarch64-jetson aarch64-jetson-clang aarch64-jetson-name; do
        llvm-objdump-19 --macho --private-headers "$build/$program" > headers
        grep -qE "^ *MH_MAGIC_64 +$([ $machine = aarch64 ] && echo ARM64 || echo X86_64) .* EXECUTE" headers || fail "$program: $(head -n 5 headers)"
        grep -A 4 'cmd LC_BUILD_VERSION' headers | grep -q 'minos 11.0' || fail "$program: $(grep -A 6 LC_BUILD_VERSION headers)"
        [ "$(llvm-objdump-19 --macho --dylibs-used "$build/$program" | sed -n 's/^\t\([^ ]*\).*/\1/p')" = /usr/lib/libSystem.B.dylib ]
        # Weak is what Apple's headers say came with a later macOS than the oldest asked for.
        llvm-nm-19 -m -u "$build/$program" > wanted
        [ -s wanted ] && ! grep -v '(undefined) external [^ ]* (from libSystem)$' wanted || fail "$program: not in every macOS from 11.0 on"
        [ $machine != aarch64 ] || /usr/bin/python3 -B "$e2e/data/check_signature.py" "$build/$program"
    done
done
