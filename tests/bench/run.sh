#!/bin/bash
# What the tools cost: side by side with clang called by hand and with what people use instead, in turns, on this machine. By hand;
# tests/run.sh prepares what it needs. Writes tests/bench/results.md and results.svg.
#   tests/bench/run.sh            all of it, some 20 minutes
#   tests/bench/run.sh --quick    few rounds, no whole builds
#   tests/bench/run.sh alone      one part of it: alone, startup, compile, builds
# The others: zig and cargo-zigbuild (PyPI) and Debian's aarch64-linux-gnu-gcc; a row whose tool is not to be had is left out.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
: "${TESTS_BUILD:=$root/build/tests}"
: "${clang:=19}" "${sysroot:=bookworm}"
export TESTS_BUILD
rounds=2000 compile_rounds=40 build_rounds=3
if [ "${1:-}" = --quick ]; then
    rounds=300 compile_rounds=5 build_rounds=0
    shift
fi
parts=${*:-alone startup compile builds}
board=$TESTS_BUILD/sysroots/$sysroot
tools=$TESTS_BUILD/stage/bin
work=$TESTS_BUILD/bench
by_hand=$(command -v "clang-$clang")
llvm=$(dirname "$(readlink -f "$by_hand")")
[ -d "$board" ] && [ -x "$tools/aarch64-jetson-clang" ] || { echo "run tests/run.sh first"; exit 1; }
# shellcheck source=settings.inc
. "$here/settings.inc"
mkdir -p "$work"
cd "$work"
rm -f startup.tsv
: > results.tsv

# The same flags for all who are told them by hand: those our own tool adds, before and behind the call's own words.
flags_of() {
    AARCH64_JETSON_CONFIG=$work/lean.toml AARCH64_JETSON_DRY_RUN=1 "$tools/aarch64-jetson-$1" "${@:2}" > command
    mapfile -t command < command
}

make_settings() {
    gcc -O2 -static -s -x c - -o no-op <<< 'int main(void) { return 0; }'
    echo 'no program' > not-to-run
    chmod +x not-to-run
    write_lean_settings "$board" "$by_hand" "$llvm" > lean.toml
    for program in no-op not-to-run; do
        write_lean_settings "$board" "$work/$program" "$llvm" > "lean-$program.toml"
        write_full_settings "$board" "$work/$program" "$llvm" "$root/config/aarch64-jetson.toml" > "full-$program.toml"
    done
}

# make_wrapper PROGRAM: the flags compiled in, or in a script, in front of that program.
make_wrappers() {
    local program=$work/$1 word words='' script=''
    flags_of clang -c x.c
    for word in "${command[@]:1}"; do
        case $word in -c | x.c) continue ;; esac
        words+="\"$word\", " script+=" '$word'"
    done
    mkdir -p "$1-by"
    cat > wrapper.c << END
#include <string.h>
#include <unistd.h>
extern char** environ;
int main(int argc, char** argv) {
  static char* words[4096] = {"$program", $words};
  int count = 0;
  while (words[count]) ++count;
  memcpy(words + count, argv + 1, (argc > 4000 ? 4000 : argc) * sizeof *argv);
  execve(words[0], words, environ);
  return 126;
}
END
    gcc -O2 -static -s wrapper.c -o "$1-by/c-glibc"
    [ -z "$zig" ] || $zig cc -target x86_64-linux-musl -static -Os -s wrapper.c -o "$1-by/c-musl"
    printf '%s\n' '#!/bin/dash' "exec $program$script \"\$@\"" > "$1-by/dash"
    printf '%s\n' '#!/bin/bash' "exec $program$script \"\$@\"" > "$1-by/bash"
    printf '%s\n' '#!/usr/bin/python3' 'import os, sys' "words = [\"$program\", $words]" 'os.execv(words[0], words + sys.argv[1:])' \
        > "$1-by/python"
    chmod +x "$1-by"/*
}

get_others() {
    local python=$work/python/bin/python
    zig=''
    [ -x "$work/python/bin/cargo-zigbuild" ] || { python3 -m venv python && python/bin/pip install -q ziglang cargo-zigbuild; } || return 0
    export ZIG_GLOBAL_CACHE_DIR=$work/zig ZIG_LOCAL_CACHE_DIR=$work/zig CARGO_ZIGBUILD_CACHE_DIR=$work/zigbuild PATH=$work/python/bin:$PATH
    zig="$python -m ziglang"
}

# What we build is here as users get it, and linked in two other ways.
link_ours() {
    mkdir -p dynamic musl
    (cd "$TESTS_BUILD/release" && ninja -t inputs aarch64-jetson-clang | grep '\.o$' | xargs g++ -Wl,--gc-sections -s -o "$work/dynamic/aarch64-jetson-clang")
    [ -n "$zig" ] && [ ! musl/aarch64-jetson-clang -nt "$tools/aarch64-jetson-clang" ] || return 0
    cmake -S "$root" -B musl -G Ninja -DCMAKE_TOOLCHAIN_FILE="$root/install/zig.cmake" "-DZIG=${zig// /;}" -DAARCH64_JETSON_MANAGER=OFF \
        > musl.log
    cmake --build musl -j "${TESTS_JOBS:-2}" >> musl.log 2>&1
}

# row NAME WORD…: one more in the list; its environment is $environment.
names=()
: > list
row() {
    names+=("$1")
    (IFS=$'\t' && printf '%s\n' "${environment[*]}"$'\t'"${*:2}") >> list
}

# measure GROUP ROUNDS: runs the list; a line for each row: group, name, median and least microseconds, kB, instructions.
measure() {
    local i=0 median least peak
    ./interleave "$2" < list > times
    while read -r median least peak; do
        [ "$median" = 0.0 ] || printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "${names[i]}" "$median" "$least" "$peak" "${instructions[${names[i]}]:-}" >> results.tsv
        i=$((i + 1))
    done < times
    names=()
    : > list
}

# A program that cannot be run lets the wrapper come to its own end, where callgrind reports.
declare -A instructions=()
count_instructions() {
    local name=$1
    shift
    env -i "${environment[@]}" valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" -O2 -c x.c -o x.o > counted 2>&1 || true
    instructions[$name]=$(sed -n 's/.*Collected : *//p' counted)
}

# alone NAME SETTINGS|- PROGRAM: a wrapper in front of a program that does nothing. %p in PROGRAM: which program stands behind it.
alone() {
    local settings=$2 program=$3
    [ -x "${program//%p/no-op}" ] || return 0
    environment=(PATH=/usr/local/bin:/usr/bin:/bin "HOME=$HOME" "AARCH64_JETSON_CONFIG=$work/$settings-not-to-run.toml")
    case $1 in *script) ;; *) count_instructions "$1" "${program//%p/not-to-run}" ;; esac
    environment[2]=AARCH64_JETSON_CONFIG=$work/$settings-no-op.toml
    row "$1" "${program//%p/no-op}" -O2 -c x.c -o x.o
}

measure_wrapper_alone() {
    environment=(PATH=/usr/local/bin:/usr/bin:/bin)
    row "no wrapper" "$work/no-op" -O2 -c x.c -o x.o
    alone "C with the flags compiled in, musl" - "$work/%p-by/c-musl"
    alone "ours, musl (to be released)" lean "$work/musl/aarch64-jetson-clang"
    alone "ours, musl, with the whole reference" full "$work/musl/aarch64-jetson-clang"
    alone "C with the flags compiled in, glibc" - "$work/%p-by/c-glibc"
    alone "ours, glibc (built here)" lean "$tools/aarch64-jetson-clang"
    alone "ours, glibc, with the whole reference" full "$tools/aarch64-jetson-clang"
    alone "dash script" - "$work/%p-by/dash"
    alone "ours, shared libraries" lean "$work/dynamic/aarch64-jetson-clang"
    alone "bash script" - "$work/%p-by/bash"
    alone "python script" - "$work/%p-by/python"
    measure alone "$rounds"
}

# Why it costs what it costs: the wrapper stepped through up to the program behind it. The first line: nanoseconds of one cpuid.
profile_startup() {
    gcc -O2 "$here/startup.c" -o startup
    ./startup > startup.tsv
    export AARCH64_JETSON_CONFIG=$work/lean-no-op.toml
    local name program
    while IFS=$'\t' read -r name program; do
        [ ! -x "$program" ] || ./startup "$name" "$program" -O2 -c x.c -o x.o >> startup.tsv
    done << END
C with the flags compiled in, musl	$work/no-op-by/c-musl
ours, musl	$work/musl/aarch64-jetson-clang
C with the flags compiled in, glibc	$work/no-op-by/c-glibc
ours, glibc	$tools/aarch64-jetson-clang
dash script	$work/no-op-by/dash
ours, shared libraries	$work/dynamic/aarch64-jetson-clang
END
    unset AARCH64_JETSON_CONFIG
}

make_sources() {
    : > empty.c
    { echo '#include <stdio.h>'
      for n in {1..199}; do printf 'int f%d(int x) {\n  for (int i = 0; i < x; ++i) x ^= i * %d;\n  printf("%%d\\n", x);\n  return x;\n}\n' "$n" "$n"; done
    } > thousand.c
    printf '%s\n' '#include <iostream>' 'int main() { std::cout << "hello" << std::endl; }' > hello.cc
    printf '%s\n' '#include <stdio.h>' 'int main(void) { return puts("hello") < 0; }' > hello.c
    "$by_hand" --target=aarch64-linux-gnu --sysroot="$board" -O2 -c hello.c -o hello.o
}

# compile GROUP TOOL WORD…: one task for all compilers.
compile() {
    local group=$1 tool=$2 other=cc gcc=gcc zigbuild=''
    shift 2
    [ "$tool" = clang ] || other=c++ gcc=g++
    zigbuild=$(command -v cargo-zigbuild || true)
    flags_of "$tool" "$@"
    # A linker writes down no macro: each link is made anew anyway.
    local new=-DROUND={round}
    environment=(PATH=/usr/local/bin:/usr/bin:/bin "HOME=$HOME" "AARCH64_JETSON_CONFIG=$work/lean.toml")
    row "clang by hand" "${command[@]}" "$new"
    row ours "$tools/aarch64-jetson-$tool" "$@" "$new"
    [ ! -x musl/aarch64-jetson-$tool ] || row "ours, musl" "$work/musl/aarch64-jetson-$tool" "$@" "$new"
    printf '%s\n' --target=aarch64-linux-gnu "--sysroot=$board" -mcpu=cortex-a78ae > clang.cfg
    [[ " $* " = *" -c "* ]] || echo "-fuse-ld=lld" >> clang.cfg
    row "clang with a configuration file" "${by_hand/clang-/${tool}-}" "--config=$work/clang.cfg" "$new" "$@"
    [ ! -x "/usr/bin/aarch64-linux-gnu-$gcc" ] || row "aarch64-linux-gnu-$gcc (Debian)" "/usr/bin/aarch64-linux-gnu-$gcc" "$@" "$new"
    if [ -n "$zig" ]; then
        environment[0]=PATH=$work/python/bin:/usr/local/bin:/usr/bin:/bin
        environment+=("ZIG_GLOBAL_CACHE_DIR=$work/zig" "ZIG_LOCAL_CACHE_DIR=$work/zig")
        # shellcheck disable=SC2086 # two words
        row "zig $other" $zig $other -target aarch64-linux-gnu "$@" "$new"
        [ -z "$zigbuild" ] || row cargo-zigbuild "$zigbuild" zig "$other" -- -target aarch64-linux-gnu "$@" "$new"
    fi
    measure "$group" "$compile_rounds"
}

# whole GROUP NAME COMMAND…: one whole build, timed.
declare -A times=() build_names=([thousand]="1,000 small files, make -j64" [zlib]="zlib, configure and make" [lua]="Lua, make" [sqlite]="SQLite, one file"
    [crate]="a cargo project with libz-sys, zstd-sys and libsqlite3-sys")
whole() {
    local start=${EPOCHREALTIME/./}
    ("${@:3}") > build.log 2>&1 || { tail build.log && exit 1; }
    times[$1/$2]+="$((${EPOCHREALTIME/./} - start)) "
}

build_zlib() {
    rm -rf zlib && cp -a "$TESTS_BUILD/sources/zlib" zlib && cd zlib && CC=$1 AR=$2 RANLIB="$2 s" ./configure --static && make -j2 libz.a
}

build_lua() {
    rm -rf lua && cp -a "$TESTS_BUILD/sources/lua5.4" lua && make -C lua/src -j2 liblua.a CC="$1 -std=gnu99" AR="$2 rcu" RANLIB="$2 s"
}

build_sqlite() {
    local source
    source=$(find "${CARGO_HOME:-$HOME/.cargo}"/registry/src -path '*libsqlite3-sys*' -name sqlite3.c | head -n 1)
    # shellcheck disable=SC2086 # words
    $1 -O2 -c "$source" -o sqlite3.o
}

# A thousand small files, sixty-four at a time: what a wrapper costs shows most where there is least to compile.
build_thousand() {
    mkdir -p thousand
    [ -e thousand/1000.c ] || for n in {1..1000}; do echo "int f_$n(void) { return $n; }" > "thousand/$n.c"; done
    # shellcheck disable=SC2016 # make's
    printf '%s\n' 'all: $(patsubst %.c,%.o,$(wildcard *.c))' > thousand/Makefile
    make -C thousand -B -s -j64 CC="$1" CFLAGS=-O1
}

make_crate() {
    mkdir -p crate/src
    printf '%s\n' '[package]' 'name = "crate-with-c"' 'version = "0.1.0"' 'edition = "2021"' '[workspace]' '[dependencies]' \
        'libz-sys = { version = "1", features = ["static"], default-features = false }' \
        'libsqlite3-sys = { version = "0.28", features = ["bundled"] }' 'zstd-sys = "2"' > crate/Cargo.toml
    echo 'fn main() { println!("{:?}", unsafe { libsqlite3_sys::sqlite3_libversion_number() }); }' > crate/src/main.rs
    (cd crate && RUSTC=/usr/bin/rustc /usr/bin/cargo fetch -q)
}

build_crate() {
    # shellcheck disable=SC2086 # words
    set -- "$1" "$2" ${1#* }
    [ "$1" != "$3" ] || set -- "$1" "$2"
    rm -rf crate/target
    (cd crate && env RUSTC=/usr/bin/rustc "CC_aarch64_unknown_linux_gnu=${1%% *}" "CFLAGS_aarch64_unknown_linux_gnu=${*:3}" \
        "AR_aarch64_unknown_linux_gnu=$2" "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=${1%% *}" \
        "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUSTFLAGS=$(printf -- '-Clink-arg=%s ' "${@:3}")" \
        /usr/bin/cargo build --offline -q --release --target aarch64-unknown-linux-gnu)
}

measure_whole_builds() {
    local round build hand ours
    local builds=(thousand zlib lua sqlite crate)
    make_crate
    flags_of clang x.c
    # Flags of a link as well: clang is told not to mind those that a compile does not need.
    hand=$(printf '%s\n' "${command[@]}" | grep -vx -e x.c | paste -sd' ')
    ours=$tools/aarch64-jetson-clang
    export CCACHE_DIR=$work/ccache AARCH64_JETSON_CONFIG=$work/lean.toml
    { echo 'launcher = "ccache"' && cat lean.toml; } > ccache.toml
    for ((round = 0; round < build_rounds; ++round)); do
        for build in "${builds[@]}"; do
            whole "$build" "clang by hand" "build_$build" "$hand" "$llvm/llvm-ar"
            whole "$build" ours "build_$build" "$ours" "$tools/aarch64-jetson-ar"
            rm -rf "$CCACHE_DIR"
            AARCH64_JETSON_CONFIG=$work/ccache.toml whole "$build" "ours, ccache cold" "build_$build" "$ours" "$tools/aarch64-jetson-ar"
            AARCH64_JETSON_CONFIG=$work/ccache.toml whole "$build" "ours, ccache warm" "build_$build" "$ours" "$tools/aarch64-jetson-ar"
        done
    done
    for build in "${builds[@]}"; do
        for name in "clang by hand" ours "ours, ccache cold" "ours, ccache warm"; do
            # shellcheck disable=SC2086 # numbers
            printf '%s\n' ${times[$build/$name]} | sort -n |
                awk -v OFS='\t' -v group="${build_names[$build]}" -v name="$name" '{ t[NR] = $1 } END { print group, name, t[int((NR + 1) / 2)], t[1], "", "" }' \
                    >> results.tsv
        done
    done
}

load=$(cut -d' ' -f1 /proc/loadavg)
get_others
gcc -O2 -static -s "$here/interleave.c" -o interleave
make_settings
for program in no-op not-to-run; do make_wrappers "$program"; done
link_ours
for tool in clang clang++; do [ ! -x musl/aarch64-jetson-clang ] || ln -sfn aarch64-jetson-clang musl/aarch64-jetson-clang++; done
make_sources
[[ $parts != *alone* ]] || measure_wrapper_alone
[[ $parts != *startup* ]] || profile_startup
if [[ $parts = *compile* ]]; then
    compile "compile of an empty C file" clang -O2 -c empty.c -o empty.o
    compile "compile of 1,000 lines of C" clang -O2 -c thousand.c -o thousand.o
    compile "compile of C++ with <iostream>" clang++ -O2 -c hello.cc -o hello-cc.o
    compile "link of hello" clang hello.o -o hello
fi
[[ $parts != *builds* || $build_rounds = 0 ]] || measure_whole_builds
python3 "$here/report.py" results.tsv "$here/results" "load before and after: $load, $(cut -d' ' -f1 /proc/loadavg)" \
    "forwarder, stripped: $(stat -Lc %s "$tools/aarch64-jetson-clang") bytes with glibc, $(stat -c %s musl/aarch64-jetson-clang 2> /dev/null || echo no) with musl"
cat "$here/results.md"
