#!/bin/bash
# A command line beyond the system's limit: rustc writes its arguments to a file and passes `@linker-arguments` alone.
# The file's words must be looked at, or -ld makes a program without crt files that dies at once.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie linker=ld,clang
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"

: "${linker:=ld}"
cp -r "$e2e/data/kinds" "with blank"
cd "with blank"
cat > build.rs <<'RS'
fn main() {
    let out = std::env::var("OUT_DIR").unwrap();
    for n in 0..1500 {
        println!("cargo:rustc-link-search={out}/a folder of a long name that is not there, number {n}");
    }
}
RS
cat > "linker-$linker" <<SH
#!/bin/bash
[[ \$# = 1 && \$1 = @*/linker-arguments ]] || { echo "rustc called with \$# arguments" && exit 1; }
exec "$tools/aarch64-jetson-$linker" "\$@"
SH
chmod +x "linker-$linker"
cargo_settings "$PWD/linker-$linker"
# The limit for a command line is a quarter of the stack's.
(ulimit -S -s 600 && quietly cargo build --target "$target")
program=target/$target/debug/kinds
[ "$(elf "$program" type interpreter)" = "DYN /lib/ld-linux-aarch64.so.1" ]
prints "threads 36, caught true, constructors 1" run_on_board "$program"
