#!/bin/bash
# The whole chain in wine, as LLVM's installer leaves it on Windows: clang.exe on PATH, ld.lld.exe beside it. C and C++, a static library,
# and what came of it runs on the board.
# asked for by: AARCH64_JETSON_TEST_WINDOWS_CLANG
. "$(dirname "$0")/common.inc"
. "$e2e/windows.inc"
[ -d "$windows/llvm-20" ] || skip "no LLVM for Windows"
printf '%s\r\n' "sysroot = '$(to_windows "$board")'" "module = 'orin'" > windows.toml
AARCH64_JETSON_CONFIG=$(to_windows "$PWD/windows.toml")
WINEPATH=$(to_windows "$windows/llvm-20/bin")\;$WINEPATH

shows '^clang version 20.1.7' wine64 aarch64-jetson-clang.exe --version
shows '^LLD 20.1.7' wine64 aarch64-jetson-ld.exe --version
printf '%s\n' '#include <stdio.h>' 'int twice(int);' 'int main(void) { printf("hello from C %d\n", twice(21)); return 0; }' > hello.c
echo 'int twice(int x) { return 2 * x; }' > twice.c
printf '%s\n' '#include <iostream>' '#include <thread>' \
    'int main() { std::thread([] { std::cout << "hello from C++" << std::endl; }).join(); }' > hello.cc
prints '' wine64 aarch64-jetson-clang.exe -O2 -c twice.c -o twice.o
prints '' wine64 aarch64-jetson-ar.exe rcs libtwice.a twice.o
prints '' wine64 aarch64-jetson-clang.exe -Wall -Werror hello.c -L. -ltwice -o hello-c
prints '' wine64 aarch64-jetson-clang++.exe -O2 hello.cc -o hello-cxx
[ "$(elf hello-cxx machine interpreter)" = 'AArch64 /lib/ld-linux-aarch64.so.1' ]
chmod +x hello-c hello-cxx
prints 'hello from C 42' run_on_board ./hello-c
prints 'hello from C++' run_on_board ./hello-cxx
