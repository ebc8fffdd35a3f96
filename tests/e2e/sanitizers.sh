#!/bin/bash
# Sanitizers link against the board's runtime, joined with the host's headers in the folder that resource_dir names.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie sanitizer=address,undefined
. "$(dirname "$0")/common.inc"

runtime=$(echo "$TESTS_BUILD/runtime-$clang"/usr/lib/llvm-*/lib/clang/*)
[ -d "$runtime" ] || skip "no libclang-rt-$clang-dev:arm64"
mkdir resource
ln -s "$("clang-$clang" -print-resource-dir)/include" "$runtime/lib" "$runtime/share" resource/
settings "resource_dir = \"$scratch/resource\""
by_hand_too "-resource-dir=$scratch/resource"

cat > main.c <<'C'
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
    int *numbers = malloc(4 * sizeof *numbers);
    numbers[argc + 2] = 2147483647;
    printf("sum %d\n", numbers[argc + 2] + (argc - 1));
    return 0;
}
C
quietly aarch64-jetson-clang -g "-fsanitize=${sanitizer:=undefined}" main.c -o main
[ "$(elf main type machine)" = "DYN AArch64" ]
same_as_by_hand 1
case $sanitizer in
    address) # not run: the shadow memory takes all that a desktop has under qemu-user 7.2
        aarch64-jetson-nm main > symbols
        grep -q ' T __asan_init$' symbols
        ;;
    undefined) # the runtime, built for a newer glibc, asks Debian 11's for a signal stack of size -1
        export UBSAN_OPTIONS=use_sigaltstack=0
        prints "sum 2147483647" run_on_board ./main
        run_on_board ./main too many > report 2>&1
        grep -q 'main.c:6:.*signed integer overflow' report
        ;;
esac
