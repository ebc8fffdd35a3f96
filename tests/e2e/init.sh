#!/bin/bash
# `init` finds the clang and lld that fit, the CPU that this clang knows, and what the sysroot holds; what it writes builds,
# and is short.
# matrix: clang=14,19 module=nano,tx2,xavier,orin,thor
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"

# A desktop that has this LLVM alone.
mkdir path
for program in "clang-$clang" "ld.lld-$clang" pkgconf; do ln -s "$(command -v "$program")" path/; done
file=$HOME/.config/aarch64-jetson/aarch64-jetson.toml
rm "$file"
PATH=$PWD/path "$manager" init --module "${module:=orin}" --sysroot "$board" < /dev/null > told
grep -q "^wrote $file$" told
cat "$file"
[ "$(stat -c %s "$file")" -lt 2000 ]

case $module-$clang in
    nano-* | tx2-*) cpu=cortex-a57 ;;
    xavier-*) cpu=carmel ;;
    orin-14) cpu=cortex-a78 ;;
    orin-19) cpu=cortex-a78ae ;;
    thor-14) cpu=generic ;;
    thor-19) cpu=neoverse-v3ae ;;
esac
grep -q "^cpu = \"$cpu\"" "$file"
grep -q "^module = \"$module\"$" "$file"
grep -q "^sysroot = \"$board\"$" "$file"
grep -q "^clang = \"$PWD/path/clang-$clang\"$" "$file"
grep -q "^lld = \"/usr/lib/llvm-$clang/bin/ld.lld\"$" "$file"
grep -q "^libclang = \"/usr/lib/llvm-$clang/lib\"" "$file"
exits 1 grep outline-atomics "$file"

# Every program is named by its whole path: with nothing on PATH all the tools run.
cp "$e2e/data/exceptions.cc" .
PATH=/nowhere "$tools/aarch64-jetson-clang++" exceptions.cc -o program
PATH=/nowhere "$tools/aarch64-jetson-strip" program
[ "$(elf program type machine)" = "DYN AArch64" ]
[ "$module" = nano ] || exit 0
for tool in ar ranlib nm strip objcopy objdump readelf size strings addr2line pkg-config ld; do
    PATH=/nowhere "$tools/aarch64-jetson-$tool" --version > /dev/null
done

# Once more it is not written over, unless that is asked for.
cp "$file" before
exits 1 "$manager" init --module orin --sysroot "$board" 2> error
grep -q "the settings are there already: $file" error
cmp before "$file"
"$manager" init --module orin --sysroot "$board" --print > printed
cmp before "$file"
grep -q '^module = "orin"$' printed
"$manager" init --module orin --sysroot "$board" --force
cmp printed "$file"

# Homebrew's LLVM, which is on no PATH; its lld is.
mkdir -p brew/opt lld
ln -s "/usr/lib/llvm-$clang" "brew/opt/llvm@$clang"
ln -s "$(command -v "ld.lld-$clang")" lld/ld.lld
PATH=$PWD/lld HOMEBREW_PREFIX=$PWD/brew "$manager" init --module orin --sysroot "$board" --print > printed 2> told
grep -q "^clang = \"$PWD/brew/opt/llvm@$clang/bin/clang\"$" printed
