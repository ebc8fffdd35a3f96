#!/bin/bash
# ccache as `launcher` stands between our tool and clang, so it sees every flag of ours: the same call is a hit, and a
# change of the settings is a miss, never a stale object.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"
command -v ccache > /dev/null || skip "no ccache"
export CCACHE_DIR=$scratch/cache
settings 'launcher = "ccache"'
echo 'int f(int x) { return x * 3; }' > f.c

# compile HITS MISSES: and the totals afterwards.
compile() {
    quietly aarch64-jetson-clang -O2 -c f.c -o f.o
    ccache --print-stats > stats
    hits=$(awk '/_cache_hit\t/ { n += $2 } END { print n }' stats)
    [ "$hits $(awk '/^cache_miss\t/ { print $2 }' stats)" = "$1 $2" ] || fail "not $1 hits and $2 misses: $(cat stats)"
}
compile 0 1
cp f.o first.o
compile 1 1
cmp f.o first.o
settings 'launcher = ["ccache"]' 'cpu = "cortex-a57"'
compile 1 2
"clang-$clang" --target=aarch64-linux-gnu --sysroot="$board" -mcpu=cortex-a57 -O2 -c f.c -o by-hand.o
cmp f.o by-hand.o
