#!/bin/bash
# What rustc sends a bare linker for a cdylib. Debian's rustc 1.96 itself panics on the way there (its -soname patch),
# so its line for a C compiler is taken and turned bare: without -nodefaultlibs and the wrapping of -Wl.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
by_hand_too

cp -r "$e2e/data/libraries" .
cd libraries
export turned_bare="$PWD/turned-bare" ld="$tools/aarch64-jetson-ld"
cat > linker-gcc <<'SH'
#!/bin/bash
for argument; do
    case $argument in
        -nodefaultlibs) ;;
        -Wl,*) IFS=, read -ra words <<< "${argument#-Wl,}" && bare+=("${words[@]}") ;;
        *) bare+=("$argument") ;;
    esac
done
echo "${bare[*]}" > "$turned_bare"
exec "$ld" "${bare[@]}"
SH
chmod +x linker-gcc
cargo_settings "$PWD/linker-gcc"
quietly cargo rustc --target "$target" --crate-type cdylib
library=target/$target/debug/liblibraries.so
grep -q -e '-shared .*--version-script' -e '--version-script.* -shared' turned-bare
[ "$(elf "$library" type machine interpreter)" = "DYN AArch64" ]
readelf -dW "$library" > dynamic
grep -q '(INIT)' dynamic # of crti.o

quietly aarch64-jetson-clang main.c "$library" "-Wl,-rpath,$PWD/${library%/*}" -o main
prints "sum 36, panic -1" run_on_board ./main
same_as_by_hand 2
