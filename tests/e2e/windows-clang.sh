#!/bin/bash
# With clang and lld for Windows (zig.exe's LLVM 22) a C++ program is compiled and linked in wine, and runs on the board.
. "$(dirname "$0")/common.inc"
. "$e2e/windows.inc"
windows_settings "module = 'orin'"

printf '%s\n' '#include <stdio.h>' 'int main(void) { return puts("hello from C") < 0; }' > hello.c
printf '%s\n' '#include <iostream>' '#include <vector>' \
    'int main() { std::vector<int> v{1, 2, 3}; std::cout << "hello from C++ " << v.size() << std::endl; }' > hello.cc
prints '' wine64 aarch64-jetson-clang.exe -O2 -Wall -Werror -c hello.c -o hello.o
[ "$(elf hello.o type machine)" = 'REL AArch64' ]
# Clang reaches lld, which zig.exe is by a word of its own, through our ld.
prints '' wine64 aarch64-jetson-clang++.exe hello.cc -o hello
[ "$(elf hello machine interpreter)" = 'AArch64 /lib/ld-linux-aarch64.so.1' ]
chmod +x hello # what wine writes is never executable
prints 'hello from C++ 3' run_on_board ./hello
# The paths in what others read have slashes.
wine64 aarch64-jetson-clang.exe -MD -MF hello.d -c hello.c -o hello.o
grep -q "Z:$board/usr/include/stdio.h" hello.d
