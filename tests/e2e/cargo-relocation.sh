#!/bin/bash
# The kinds of program that rustc makes: position-independent, static addresses, and with the C library inside.
# With -ld as linker rustc sends neither crt files nor a loader; ours supplies them.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie linker=clang,ld kind=pie,static-addresses,crt-static
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
by_hand_too

case ${kind:=pie} in
    pie) flags='' facts='DYN /lib/ld-linux-aarch64.so.1' ;;
    static-addresses) flags='"-Crelocation-model=static"' facts='EXEC /lib/ld-linux-aarch64.so.1' ;;
    crt-static) flags='"-Ctarget-feature=+crt-static"' facts='EXEC' ;;
esac
cp -r "$e2e/data/kinds" .
cd kinds
cargo_settings "aarch64-jetson-${linker:=clang}" "rustflags = [$flags]"
quietly cargo build --target "$target"
program=target/$target/debug/kinds
[ "$(elf "$program" type interpreter)" = "$facts" ]
[ "$kind" != crt-static ] || [ -z "$(elf "$program" needed)" ]
prints "threads 36, caught true, constructors 1" run_on_board "$program"
exits 101 run_on_board "$program" panic 2> message
grep -q "panicked at src/main.rs" message
same_as_by_hand 1
