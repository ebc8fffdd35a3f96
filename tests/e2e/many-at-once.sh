#!/bin/bash
# 64 compiles and links at the same time, each its own program, each right.
. "$(dirname "$0")/common.inc"

for n in {1..64}; do
    printf '%s\n' '#include <stdio.h>' "int main(void) { return puts(\"program $n\") < 0; }" > "$n.c"
done
for n in {1..64}; do
    aarch64-jetson-clang -O2 "$n.c" -o "$n" > "$n.log" 2>&1 &
done
for job in $(jobs -p); do wait "$job"; done
[ -z "$(cat ./*.log)" ]
for n in {1..64}; do
    "clang-$clang" --target=aarch64-linux-gnu --sysroot="$board" -fuse-ld=lld -Wl,--undefined-version -O2 "$n.c" -o by-hand
    cmp "$n" by-hand
    prints "program $n" run_on_board "./$n"
done
