#!/bin/bash
# What a call costs, counted: instructions of our own part, up to the exec of clang, do not depend on the machine's mood.
# matrix: file=lean,full
# matrix: host=x86_64-linux-musl
. "$(dirname "$0")/common.inc"
. "$e2e/../bench/settings.inc"

case ${file:=lean} in
    lean) most=300000 ;;
    full) most=700000 ;;
esac
# What the system refuses to run lets us come to the end ourselves, where callgrind reports.
echo 'no program' > clang
chmod +x clang
llvm=$(dirname "$(readlink -f "$(command -v "ld.lld-$clang")")")
"write_${file}_settings" "$board" "$scratch/clang" "$llvm" "$e2e/../../config/aarch64-jetson.toml" > "$AARCH64_JETSON_CONFIG"
prints '' env AARCH64_JETSON_DRY_RUN=1 sh -c 'aarch64-jetson-clang -O2 -c x.c -o x.o > command'
grep -q -- '^-mcpu=cortex-a78' command

exits 1 valgrind --tool=callgrind --callgrind-out-file=/dev/null "$tools/aarch64-jetson-clang" -O2 -c x.c -o x.o 2> report
grep -q 'error: cannot run (Exec format error)' report
count=$(sed -n 's/.*Collected : *//p' report)
size=$(stat -Lc %s "$tools/aarch64-jetson-clang")
# The kernel counts the memory of whoever starts a program as the program's own: this one is small.
exits 1 /usr/bin/time -q -o peak -f %M "$tools/aarch64-jetson-clang" -O2 -c x.c -o x.o 2> report
peak=$(cat peak)
echo "$count instructions, $peak kB of memory, $size bytes"
[ "$count" -gt 10000 ] && [ "$count" -le $most ]
[ "$peak" -le 2048 ]
# glibc's part in it is 680 kB; the released one, with musl, stays under 700 (tests/bench).
[ "$size" -le 1100000 ]
