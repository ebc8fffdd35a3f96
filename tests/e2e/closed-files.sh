#!/bin/bash
# With stdin, stdout and stderr closed, one by one and all, a program is built as ever.
# matrix: clang=14,19
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"

echo 'int main(void) { return 7; }' > main.c
aarch64-jetson-clang main.c -o reference
aarch64-jetson-clang main.c -o no-stdin <&-
aarch64-jetson-clang main.c -o no-stdout >&-
aarch64-jetson-clang main.c -o no-stderr 2>&-
aarch64-jetson-clang main.c -o none <&- >&- 2>&-
for program in no-stdin no-stdout no-stderr none; do cmp reference $program; done
exits 7 run_on_board ./none
exits 1 aarch64-jetson-clang no-such-file.c <&- >&- 2>&-

shows 'return 7' aarch64-jetson-clang -E main.c
exits 1 aarch64-jetson-clang -E main.c > /dev/full 2> message
