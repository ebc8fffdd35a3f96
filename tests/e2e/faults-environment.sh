#!/bin/bash
# The surroundings of a call are strange: it works where it can, and says what is wrong where it cannot.
. "$(dirname "$0")/common.inc"

echo 'int main(void) { return 7; }' > main.c
works() {
    quietly "$@" -c "$scratch/main.c" -o "$scratch/main.o"
    (PATH=$usual && [ "$(elf "$scratch/main.o" machine)" = AArch64 ] && rm "$scratch/main.o")
}
usual=$PATH
tool=$(command -v aarch64-jetson-clang)

# HOME unset, with and without a path below it; TMPDIR gone.
works env -u HOME "$tool"
TMPDIR=/no/such/folder works "$tool"
sed -i "s|^sysroot = .*|sysroot = '~/sysroot'|" "$AARCH64_JETSON_CONFIG"
exits 1 env -u HOME "$tool" -c main.c 2> message
grep -q '^  fix:   HOME is not set' message
settings

# PATH empty, unset, with empty parts (the working directory, as for every shell) and with folders that are not there.
sed -i "s|^clang = .*|clang = '$(command -v "clang-$clang")'|" "$AARCH64_JETSON_CONFIG"
(PATH= && works "$tool")
(unset PATH && works "$tool")
sed -i '/^clang = /d' "$AARCH64_JETSON_CONFIG"
mkdir bin && ln -s "$(command -v "clang-$clang")" bin/clang
(PATH=/no/such:$PATH::$scratch/none: && works "$tool")
(cd bin && PATH=:/no/such works "$tool")
exits 1 env PATH=/no/such "$tool" -c main.c 2> message
grep -q 'error: clang is not on PATH' message && grep -q '^  where: PATH' message
settings

# A working directory that is gone: what needs none works; what needs one is clang's to refuse.
mkdir gone && cd gone && rmdir ../gone
works "$tool"
exits 1 "$tool" -c main.c 2> "$scratch/message"
cd "$scratch"
grep -q "no such file or directory: 'main.c'\|current working directory" message

# argv[0] empty, and no argv at all: the name comes from the kernel.
cat > caller.c <<'C'
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
extern char **environ;
int main(int argc, char **argv) {
    char *empty[] = {"", "-c", argv[3], "-o", argv[4], NULL}, *none[] = {NULL};
    execve(argv[1], strcmp(argv[2], "empty") == 0 ? empty : none, environ);
    return 99;
}
C
"clang-$clang" caller.c -o caller
rm -f main.o
quietly ./caller "$tool" empty main.c main.o
[ "$(elf main.o machine)" = AArch64 ]
# Without arguments it is clang that says so. (Linux from 5.18 on passes an empty argv[0] where there is none.)
exits 1 ./caller "$tool" none x y 2> message
grep -q 'no input files' message

# No descriptor is left to read the settings with.
exits 1 python3 -c 'import resource, subprocess, sys
sys.exit(subprocess.run(sys.argv[1:], preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))).returncode)' \
    "$tool" -c main.c 2> message
grep -q 'error: the settings file cannot be read (Too many open files)' message
# A full disk under the output is clang's own message and exit code.
exits 1 "$tool" -E main.c -o /dev/full 2> message
grep -q 'No space left on device' message
