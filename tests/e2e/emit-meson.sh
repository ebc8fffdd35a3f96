#!/bin/bash
# `emit meson --write` puts the cross file where Meson looks for names: zlib by our pkg-config, and tests run in qemu.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"
command -v meson > /dev/null || skip "no meson"

shows '^use: meson setup --cross-file aarch64-jetson$' "$manager" emit meson --write
cat > meson.build <<'MESON'
project('packing', 'c', 'cpp')
zlib = dependency('zlib', method: 'pkg-config')
program = executable('program', 'program.cc', dependencies: zlib)
test('program', program)
MESON
cat > program.cc <<'CXX'
#include <zlib.h>
#include <string>
int main() { return crc32(0, reinterpret_cast<const Bytef*>("123456789"), 9) == 0xcbf43926 && std::string(zlibVersion()) == ZLIB_VERSION ? 0 : 1; }
CXX
meson setup build --cross-file aarch64-jetson | tee output
grep -q "C++ compiler for the host machine: .*/aarch64-jetson-clang++ (clang $clang" output
grep -q "linker for the host machine: .*ld.lld" output
meson test -C build
[ "$(elf build/program type machine)" = "DYN AArch64" ]
[[ " $(elf build/program needed) " = *" libz.so.1 "* ]]
