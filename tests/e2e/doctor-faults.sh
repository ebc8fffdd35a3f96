#!/bin/bash
# What is broken on purpose is found, with what to do about it; exit code 1 where a build would fail.
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
. "$e2e/findings.inc"

# programs LINE…: the settings with these in [programs].
programs() {
    printf '%s\n' "sysroot = \"$board\"" '[programs]' "$@" > "$AARCH64_JETSON_CONFIG"
}

programs 'clang = "clang-99"'
doctor 1
finds problem clang '`clang-99` is not on PATH' 'install it'
finds problem build 'no project was built' 'install it'

programs 'clang = "clang-19"' 'lld = "ld.lld-14"'
doctor 0
finds warning lld 'lld 14.0.6 stands beside clang 19.1.7' 'install lld-19'

programs 'clang = "clang-19"' 'lld = "ld.lld-99"'
doctor 1
finds problem lld '`ld.lld-99` is not on PATH' 'install it'
finds problem c 'a C program does not build' ''
finds problem rust 'a Rust program with C in it does not build' ''

printf '%s\n' 'sysroott = "/x"' 'modul = "orin"' > "$AARCH64_JETSON_CONFIG"
doctor 1
finds problem settings 'there is no setting `sysroott`' 'did you mean `sysroot`?'
finds problem settings "$AARCH64_JETSON_CONFIG:2:" 'did you mean `module`?'

exits 1 aarch64-jetson doctor > table
grep -q '^problem  settings  *there is no setting `sysroott`: .*aarch64-jetson.toml:1:' table
grep -q '^ *fix: did you mean `sysroot`?$' table
grep -q '^ok  *clang  *' table

settings
JETSON_SYSROOT=$scratch/none doctor 1
finds problem sysroot "sysroot does not exist: $scratch/none" 'sysroot make'
finds problem sysroot 'JETSON_SYSROOT' 'sysroot make'

# A sysroot that is there and no good.
cp -al "$board" broken
rm broken/usr/lib/aarch64-linux-gnu/crti.o
JETSON_SYSROOT=$scratch/broken doctor 1
finds problem start-files 'crti.o is missing' 'libc6-dev'
finds problem c++ 'a C++ program does not build: ld.lld: error: ' ''

# No qemu, no cargo, no cmake, the tools not on PATH, and no libclang (hidden by mounts of this one process): fewer things can be tried,
# and C builds.
mkdir few
ln -s /usr/bin/* few
rm few/qemu-* few/cargo* few/cmake
PATH=$scratch/few unshare --mount --map-root-user sh -c '
    for library in $(readlink -f /usr/lib/llvm-*/lib/libclang.so* /usr/lib/llvm-*/lib/libclang-[0-9]*.so* | sort -u); do
        mount --bind /dev/null "$library"
    done
    exec "$0" doctor --json' "$tools/aarch64-jetson" > report.json
finds warning libclang 'there is no libclang' 'apt install libclang-19-dev'
finds warning qemu 'qemu is not on PATH' 'qemu-user-static'
finds warning cmake 'cmake is not on PATH' 'apt install cmake'
finds warning path 'aarch64-jetson-clang is not on PATH' 'export PATH='
finds ok cargo 'Rust was not tried' ''
finds ok c 'a C program was built' ''

# Another installation first on PATH, and one of whose tools some are gone.
mkdir other
cp "$tools/aarch64-jetson" other
cp -L "$tools/aarch64-jetson-clang" other
# What a user's shell adds to every build counts, too.
RUSTFLAGS=-Clinker=none PATH=$scratch/other:$PATH doctor 1 "$tools/aarch64-jetson"
finds problem rust 'linker `none` not found' 'RUSTFLAGS'
finds problem path "another aarch64-jetson-clang comes first on PATH" "export PATH="
finds problem path "$scratch/other/aarch64-jetson-clang" 'remove the other installation'
PATH=$scratch/other:$PATH doctor 1
finds problem tools 'missing: aarch64-jetson-clang++, ' 'install again'

# A rustc that has only this machine's standard library; and a LIBCLANG_PATH of the shell that leads to no libclang.
real=$(/usr/bin/rustc --print sysroot) host=$(/usr/bin/rustc -vV | sed -n 's/host: //p')
mkdir -p rust/lib/rustlib
ln -s "$real/lib/rustlib/$host" rust/lib/rustlib
printf '%s\n' '#!/bin/sh' "exec /usr/bin/rustc --sysroot $scratch/rust \"\$@\"" > rustc
chmod +x rustc
mkdir empty
RUSTC=$scratch/rustc LIBCLANG_PATH=$scratch/empty doctor 1
finds problem rustc 'no standard library for aarch64-unknown-linux-gnu' 'rustup target add aarch64-unknown-linux-gnu'
finds problem rust 'a Rust program with C in it does not build' ''
finds ok c++ 'a C++ program was built, and ran' ''
finds problem bindgen 'no libclang is there' 'unset LIBCLANG_PATH'
finds problem bindgen "$scratch/empty" 'libclang-19-dev'

