#!/bin/bash
# The tools built with ASan and UBSan do calls of every kind without a finding.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

program=$TESTS_BUILD/sanitized/aarch64-jetson-clang
[ -x "$program" ] || skip "the sanitized build is not there"
mkdir bin
for tool in "$tools"/aarch64-jetson-*; do ln -s "$program" "bin/${tool##*/}"; done
PATH=$scratch/bin:$PATH
shows '__asan_init' nm "$program"

printf '%s\n' '#include <iostream>' 'int main() { std::cout << 42 << std::endl; }' > main.cc
quietly aarch64-jetson-clang++ -c main.cc -I/usr/include
printf '%s\n' main.o '-o' '"a b"' > words
quietly aarch64-jetson-clang++ -L /usr/lib @words
prints 42 run_on_board "./a b"
quietly aarch64-jetson-ld -r main.o -o partial.o
quietly aarch64-jetson-ar rcs lib.a main.o partial.o
prints "$board" aarch64-jetson-clang -print-sysroot
shows clang aarch64-jetson-clang -print-prog-name=aarch64-jetson-clang
shows "LLVM version $clang" aarch64-jetson-objdump --version
shows '^[0-9.]*$' aarch64-jetson-pkg-config --modversion zlib
AARCH64_JETSON_DRY_RUN=json shows '"' aarch64-jetson-clang main.cc
AARCH64_JETSON_TRACE=2 shows 'int main' aarch64-jetson-clang++ -E main.cc 2> trace
[ -s trace ]
settings 'modul = "orin"' 'cpu = 5'
exits 1 aarch64-jetson-clang main.cc 2> message
[ "$(grep -c '^  fix:   ' message)" = 2 ]
