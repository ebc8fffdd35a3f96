#!/bin/bash
# make -j64 of a thousand files, and 10,000 calls in a row with each exit code: nothing is left open, running or on disk.
. "$(dirname "$0")/common.inc"
export TMPDIR=$scratch/temporary
mkdir "$TMPDIR" sources

for n in {1..1000}; do echo "int f_$n(void) { return $n % 251; }"> sources/$n.c; done
{
    printf 'int f_%s(void);\n' {1..1000}
    echo 'int main(void) { int sum = 0;'
    printf 'sum += f_%s();\n' {1..1000}
    echo 'return sum != 124753; }'
} > sources/main.c
# The words of the pattern rule are make's.
printf '%s\n' 'objects := $(patsubst %.c,%.o,$(wildcard sources/*.c))' 'program: $(objects)' \
    $'\taarch64-jetson-clang -o $@ $^' '%.o: %.c' $'\taarch64-jetson-clang -O1 -c -o $@ $<' > Makefile
make -s -j64 > make.log 2>&1 || fail "$(tail -n 5 make.log)"
[ ! -s make.log ] || fail "something was printed: $(head -n 5 make.log)"
[ "$(ls sources/*.o | wc -l)" = 1001 ]
run_on_board ./program
# One file of them all is wrong: make hears of it.
echo 'int f_500(void) { return 1 }' > sources/500.c
exits 2 make -s -j64 > make.log 2>&1
grep -q "sources/500.c:1:.*error: expected ';'" make.log

# A program that ends with the code it is asked for stands behind the tool.
echo '#include <stdlib.h>
int main(int argc, char **argv) { return atoi(argv[argc - 1] + 7); }' > end.c # -DCODE=N
"clang-$clang" -O1 -static end.c -o end
printf '%s\n' "sysroot = '$board'" '[programs]' "clang = '$PWD/end'" > "$AARCH64_JETSON_CONFIG"
cat > calls.c <<'C'
#include <dirent.h>
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
extern char **environ;
static int open_files(void) {
    int count = 0;
    DIR *folder = opendir("/proc/self/fd");
    while (readdir(folder)) ++count;
    closedir(folder);
    return count;
}
int main(int argc, char **argv) {
    const int before = open_files();
    (void)argc;
    for (int i = 0; i < 10000; ++i) {
        char code[32];
        snprintf(code, sizeof code, "-DCODE=%d", i % 256);
        char *words[] = {argv[1], "-c", "x.c", code, NULL};
        pid_t child;
        int status;
        if (posix_spawn(&child, argv[1], NULL, NULL, words, environ) != 0 || waitpid(child, &status, 0) != child) return 2;
        if (!WIFEXITED(status) || WEXITSTATUS(status) != i % 256) return printf("call %d: status %x\n", i, status), 1;
    }
    if (waitpid(-1, NULL, 0) != -1 || errno != ECHILD) return puts("a process is left"), 1;
    return open_files() != before ? puts("a file is left open"), 1 : 0;
}
C
"clang-$clang" -O1 calls.c -o calls
prints '' ./calls "$(command -v aarch64-jetson-clang)"
[ -z "$(ls -A "$TMPDIR")" ] || fail "left behind: $(ls -A "$TMPDIR")"
