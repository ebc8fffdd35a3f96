#!/bin/bash
# A desktop of aarch64, whose triple is the board's: a Debian 12 for arm64 under qemu and proot, with its own clang and cargo. Our tools
# build for the board; cargo, without --target, links build scripts by them, too, and those run; with --target and the linker among the
# rustflags it keeps the two apart; and what the machine builds for itself is what it was without us.
# matrix: host=aarch64-linux-musl clang=14 sysroot=bullseye
. "$(dirname "$0")/common.inc"
root=$TESTS_BUILD/aarch64-host
[ -d "$root" ] && command -v proot > /dev/null || skip "no Debian for aarch64, or no proot"
programs=$TESTS_BUILD/stage-$host/programs

# there WORD…: runs it on that machine, whose root is its own but for the tests' build folder.
there() {
    env -i "HOME=$scratch" "TMPDIR=$scratch" "PATH=${path-$programs:}/usr/bin:/bin" "AARCH64_JETSON_CONFIG=$AARCH64_JETSON_CONFIG" CC=aarch64-jetson-clang \
        "$root/old_calls" proot -q qemu-aarch64-static -r "$root" -b /proc -b /dev -b "$TESTS_BUILD" -w "$PWD" "$@"
}
# linker_of FILE: lld, or nothing where it was GNU's.
linker_of() { readelf -p .comment "$1" | grep -o 'LLD' | sort -u; }

# C and C++ for the board, whose libc is older than the machine's.
printf '%s\n' '#include <gnu/libc-version.h>' '#include <stdio.h>' \
    'int main(void) { printf("built with %d.%d, runs with %s\n", __GLIBC__, __GLIBC_MINOR__, gnu_get_libc_version()); return 0; }' > hello.c
printf '%s\n' '#include <iostream>' 'int main() { std::cout << "hello from C++\n"; }' > hello.cc
quietly there aarch64-jetson-clang hello.c -o hello
prints 'built with 2.31, runs with 2.36' there ./hello
prints 'built with 2.31, runs with 2.31' run_on_board ./hello
quietly there aarch64-jetson-clang++ hello.cc -o hello-cxx
prints 'hello from C++' there ./hello-cxx

# The machine's own compilers are as without us.
for compiler in cc clang-14; do
    quietly there $compiler hello.c -o own
    path='' quietly there $compiler hello.c -o alone
    cmp own alone
    prints 'built with 2.36, runs with 2.36' there ./own
done

cp -r "$e2e/data/native" project
cd project
mkdir .cargo
printf '%s\n' '[target.aarch64-unknown-linux-gnu]' 'linker = "aarch64-jetson-clang"' > .cargo/config.toml
quietly there cargo build --quiet --offline
prints 'built on aarch64, answer 42' there target/debug/native
prints 'built on aarch64, answer 42' run_on_board target/debug/native
[ "$(linker_of target/debug/native) $(linker_of target/debug/build/native-*/build-script-build)" = "LLD LLD" ]

# --target alone leaves [target.…] linker with the build scripts; rustflags it takes from them.
printf '%s\n' '[target.aarch64-unknown-linux-gnu]' 'rustflags = ["-Clinker=aarch64-jetson-clang"]' > .cargo/config.toml
quietly there cargo build --quiet --offline --target aarch64-unknown-linux-gnu
prints 'built on aarch64, answer 42' run_on_board target/aarch64-unknown-linux-gnu/debug/native
[ "$(linker_of target/aarch64-unknown-linux-gnu/debug/native) $(ls -t target/debug/build/*/build-script-build | head -n 1 | xargs readelf -p .comment | grep -c LLD)" = "LLD 0" ]
