#!/bin/bash
# A command line that is under the system's limit until our additions come to it goes to clang by a response file, of
# which nothing stays behind.
# matrix: clang=14,19
# matrix: host=x86_64-linux-musl
. "$(dirname "$0")/common.inc"

export TMPDIR=$scratch/temporary
mkdir "$TMPDIR"
echo 'int main(void) { return X; }' > main.c
settings
printf '[flags]\ncompile = [%s "-DX=3"]\n' "$(printf '"-DADDED_%s",' {1..3000})" >> "$AARCH64_JETSON_CONFIG"
mapfile -t words < <(seq -f '-DUSER_%05g="a b"' 1 4000)
ulimit -S -s 512 # the limit of a command line is a quarter of it
exits 126 "clang-$clang" "${words[@]}" "${words[@]}" --version 2> message
quietly aarch64-jetson-clang "${words[@]}" main.c -o main
exits 3 run_on_board ./main
quietly aarch64-jetson-clang "${words[@]}" -I "" -c main.c # an empty word, which no response file can hold
[ -z "$(ls -A "$TMPDIR")" ]

# The response file is in memory, so no disk can be full for it. Where it cannot be made, that is said, and nothing was run.
exits 1 python3 -c 'import resource, subprocess, sys
def limit(): resource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))
sys.exit(subprocess.run(sys.argv[1:], preexec_fn=limit).returncode)' aarch64-jetson-clang "${words[@]}" -c main.c 2> message
# In the words of glibc, or of musl.
grep -qE 'error: this command is too long for the system, and no response file could be made for it \((Too many open files|No file descriptors available)\)' message
grep -q '^  fix:   ' message

# A launcher needs to see which program it launches: that stays on the command line.
command -v ccache > /dev/null || skip "no ccache"
export CCACHE_DIR=$scratch/cache
sed -i '1i launcher = "ccache"' "$AARCH64_JETSON_CONFIG"
quietly aarch64-jetson-clang "${words[@]}" -c main.c -o launched.o
[ "$(elf launched.o machine)" = AArch64 ]
