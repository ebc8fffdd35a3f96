#!/bin/bash
# What ends clang ends our tool: its exit code, or the signal it dies of.
. "$(dirname "$0")/common.inc"

exits 1 aarch64-jetson-clang no-such-file.c 2> message
grep -q "no such file or directory: 'no-such-file.c'" message
echo 'int f(void) { return 0 }' > wrong.c
exits 1 aarch64-jetson-clang -c wrong.c 2> message
grep -q "^wrong.c:1:.*error: expected ';'" message
exits 1 aarch64-jetson-clang 2> message
grep -q 'no input files' message

# as_clang SCRIPT: from here on this is what stands behind our tool.
as_clang() {
    printf '%s\n' '#!/bin/sh' "$1" > clang
    chmod +x clang
    printf '%s\n' "sysroot = '$board'" '[programs]' "clang = '$scratch/clang'" "lld = '$(command -v "ld.lld-$clang")'" \
        > "$AARCH64_JETSON_CONFIG"
}
as_clang 'exit 254'
exits 254 aarch64-jetson-clang -c x.c
# A shell that waits says 128 + signal, of a child that died of it and of one that exits so: ask for the signal itself.
for signal in 9 11 15; do
    as_clang "kill -$signal \$\$"
    prints "signal $signal" python3 -c 'import subprocess
print("signal", -subprocess.run(["aarch64-jetson-clang", "-c", "x.c"]).returncode)'
done
# It is the same process, so a signal to it reaches clang, and no parent of ours lingers.
# shellcheck disable=SC2016 # for the script
as_clang 'echo $$ > "'"$scratch"'/pid"'
aarch64-jetson-clang -c x.c &
wait $!
[ "$(cat pid)" = $! ]
