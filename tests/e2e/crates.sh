#!/bin/bash
# Crates with native code, each known for trouble when cross compiling, by plain cargo after `emit cargo --write`. What
# they print comes from the native code. The rows share what they build for the desktop: the scratch folder of a run.
# matrix: crate=bindgen-target,blake3,bzip2-sys,cxx,libgit2-sys,libz-ng-sys,libz-sys,mozjpeg-sys,openssl-sys,openssl-vendored,rdkafka-sys,ring,rusqlite,v4l2-sys-mit,zstd-sys
# timeout: 600
sysroot=bookworm-full
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
. "$e2e/emit.inc"

abc_by_sha256=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
case ${crate:=libz-sys} in
    bindgen-target) wanted="desktop 144, board 128" ;; # sizeof(struct stat)
    blake3) wanted="6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85 4" ;;
    bzip2-sys) wanted="true true" ;;
    cxx) wanted="nano orin tegra, Ok(42), 7 is odd" ;;
    libgit2-sys) wanted="1.9 8baef1b4abc478178b004d62031cf7fe6db6f903" ;;
    libz-ng-sys) wanted="2.3.3 cbf43926" ;;
    libz-sys) wanted="1.3.2 cbf43926" ;;
    mozjpeg-sys) wanted="[ff, d8] [ff, d9]" ;;
    openssl-sys) wanted="OpenSSL $(grep -hPo '^Version: \K.*' "$board/usr/lib/aarch64-linux-gnu/pkgconfig/openssl.pc") $abc_by_sha256" ;;
    openssl-vendored) wanted="OpenSSL 3.6.3 $abc_by_sha256" ;;
    rdkafka-sys) wanted="2.12.1 true" ;;
    ring) wanted="SHA256:$abc_by_sha256 true false" ;;
    rusqlite) wanted="3.54.1 42 JETSON" ;;
    v4l2-sys-mit) wanted="80685600 0 -1" ;;
    zstd-sys) wanted="1.5.7 10000 true" ;;
esac
cp -r "$e2e/data/crates" .
cd crates
"$manager" emit cargo --write
# Its own configure reads plain CC alone, which would also reach what is built for the desktop if HOST_CC did not keep
# that. (Its cmake-build feature includes curl's header even where it is told to do without curl.)
[ "$crate" != rdkafka-sys ] || cat >> .cargo/config.toml << TOML
[env]
CC = "$tools/aarch64-jetson-clang"
CXX = "$tools/aarch64-jetson-clang++"
CFLAGS = "-O0"
HOST_CC = "cc"
HOST_CXX = "c++"
TOML
# Its build script asks for -O2, of which the compiler's time is most.
[ "$crate" != openssl-vendored ] || export CFLAGS_aarch64_unknown_linux_gnu=-O0
# Debug information costs time, and is none of what is tried here.
export CARGO_TARGET_DIR=$TESTS_BUILD/scratch/crates CARGO_PROFILE_DEV_DEBUG=false CARGO_INCREMENTAL=0
fetch_crates
cargo build --locked --target "$target" -p "try-$crate" 2>&1 | tee output
program=$CARGO_TARGET_DIR/$target/debug/try-$crate
[ "$(elf "$program" type machine)" = "DYN AArch64" ]
prints "$wanted" cargo run --locked --target "$target" -p "try-$crate"
[ "$crate" != openssl-sys ] || [[ " $(elf "$program" needed) " = *" libcrypto.so."* ]]
[ "$crate" != openssl-vendored ] || [[ " $(elf "$program" needed) " != *" libcrypto.so."* ]]
