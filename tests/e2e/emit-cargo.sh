#!/bin/bash
# `emit cargo --write`, then plain cargo: C++ by the cc crate, a library by the cmake crate that finds zlib in the sysroot,
# zlib by the pkg-config crate, run by `cargo run` in qemu. By `include`, as cargo 1.94 and newer get it, and pasted.
# matrix: clang=14,19 way=include,paste
# matrix: host=x86_64-linux-musl
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
. "$e2e/emit.inc"

cp -r "$e2e/data/emitted" .
cd emitted
case ${way:=include} in
    include)
        "$manager" emit cargo --write
        [ "$(wc -l < .cargo/config.toml)" = 1 ]
        grep -qF "include = [\"$HOME/.config/aarch64-jetson/cargo/aarch64-jetson.toml\"]" .cargo/config.toml
        ;;
    paste) # an older cargo would not say that it passes over `include`
        mkdir older
        printf '%s\n' '#!/bin/sh' 'echo "cargo 1.93.1 (083ac5135 2025-12-15)"' > older/cargo
        chmod +x older/cargo
        PATH=$PWD/older:$PATH "$manager" emit cargo --write
        exits 1 grep include .cargo/config.toml
        rm -r older
        ;;
esac
fetch_crates
quietly cargo build --target "$target"
[ "$(elf "target/$target/debug/emitted" type machine)" = "DYN AArch64" ]
[[ " $(elf "target/$target/debug/emitted" needed) " = *" libz.so.1 "* ]]
prints "aarch64 caught 42, crc32 cbf43926" cargo run --target "$target"

# Never what reaches builds for this machine, and never flags that RUSTFLAGS would put out of force.
find .cargo "$HOME/.config/aarch64-jetson" -name '*.toml' -exec cat {} + > all
exits 1 grep -E '^ *(CC|CXX|AR|[A-Z]*FLAGS|PKG_CONFIG_[A-Z_]*|CLANG_PATH|rustflags|target) *=|^\[build' all
