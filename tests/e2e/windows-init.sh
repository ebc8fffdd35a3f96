#!/bin/bash
# aarch64-jetson.exe, in wine: `init` writes settings that the tools find, with / in all paths; explain, emit and doctor read them, and
# doctor builds; the program needs nothing that Windows has not.
. "$(dirname "$0")/common.inc"
. "$e2e/findings.inc"
. "$e2e/windows.inc"
manager=$tools/aarch64-jetson.exe
# An installation of our own, which `init --name` may add to.
cp -al "$windows/stage" stage
tools=$scratch/stage/bin
WINEPATH=$(to_windows "$tools")\;$(to_windows "$helpers")

x86_64-w64-mingw32-objdump -p "$manager" | sed -n 's/^\tDLL Name: //p' | sort -u > libraries
[ -z "$(grep -viE '^(KERNEL32|msvcrt|ADVAPI32|SHELL32|USER32|WS2_32|bcrypt|ole32|CRYPT32)\.dll$' libraries)" ] || fail "$(cat libraries)"

mkdir -p 'home größe/AppData'
# ours_by PROGRAM WORD…: what it writes is in `told`. Wine says by itself where a user's settings lie.
ours_by() {
    wine64 parent.exe AARCH64_JETSON_CONFIG= "APPDATA=$(to_windows "$scratch/home größe/AppData")" "$@" > told
    sed -i '${/^exit code/d}' told
}
ours() { ours_by aarch64-jetson.exe "$@"; }
# LLVM as it is installed there, zig's behind it; the libclang is one by its name alone.
mkdir -p 'LLVM größe/bin' 'LLVM größe/lib/clang/22'
ln -s "$windows/zig/lib/include" 'LLVM größe/lib/clang/22/include'
for program in clang clang++ ld.lld llvm-ar; do cp "$helpers/zig_clang.exe" "LLVM größe/bin/$program.exe"; done
to_windows "$windows/zig/zig.exe" > 'LLVM größe/bin/zig.txt'
: > 'LLVM größe/bin/libclang.dll'
export WINEPATH="$WINEPATH;$(to_windows "$scratch/LLVM größe/bin")"
llvm="Z:$scratch/LLVM größe"
file='home größe/AppData/aarch64-jetson/aarch64-jetson.toml'

ours init --module orin --sysroot "$(to_windows "$board")"
[ -f "$file" ] || fail "$(cat told)"
grep -qx "sysroot = \"Z:$board\"" "$file" && grep -qx 'module = "orin"' "$file" && grep -qx 'cpu = "cortex-a78ae"' "$file" || fail "$(cat "$file")"
grep -q "^clang = \"$llvm/bin/clang.exe\"" "$file" && grep -q "^libclang = \"$llvm/bin\"" "$file" || fail "$(cat "$file")"
! grep -v '^#' "$file" | grep -q '\\' || fail "$(cat "$file")"

# A second board has tools and settings of its own.
ours init --name aarch64-jetson-nano --module nano --sysroot "$(to_windows "$board")"
grep -qx 'module = "nano"' "${file%/*}/aarch64-jetson-nano.toml" || fail "$(cat told)"
[ "$(ls stage/bin/aarch64-jetson-nano-* | wc -l)" -gt 40 ]
AARCH64_JETSON_DRY_RUN=1 ours_by aarch64-jetson-nano-clang.exe -c x.c
grep -q -- '-mcpu=cortex-a57' told || fail "$(cat told)"

ours explain -- clang -c 'größe x.c' -o x.o
grep -qF "settings: Z:$scratch/$file" told && grep -qE "^  --sysroot=Z:$board +Z:$scratch/$file:[0-9]+:11 \(sysroot\)" told || fail "$(cat told)"
grep -qE '^  größe x\.c +you$' told || fail "$(cat told)"

ours emit cmake
grep -q 'aarch64-jetson-clang.exe' told && ! grep -q '\\' told || fail "$(cat told)"
ours emit cargo 2> note
grep -q '^linker = "Z:.*/aarch64-jetson-clang\.exe"$' told && grep -qxF "LIBCLANG_PATH = \"$llvm/bin\"" told || fail "$(cat told)"
grep -qF "resource-dir=$llvm/lib/clang/22" told && ! grep -q '\\' told || fail "$(cat told)"

ours doctor --json
mv told report.json
! grep -q '"kind": "problem"' report.json || fail "$(cat report.json)"
finds ok settings "Z:$scratch/$file" ''
finds ok clang "$llvm/bin/clang.exe" ''
finds ok tools 'all tools are there' ''
finds ok path 'aarch64-jetson-clang is first on PATH' ''
finds ok build 'C++ with iostream and exceptions builds' ''
finds ok c 'a C program was built' ''
finds ok c++ 'a C++ program was built' ''
finds warning qemu 'qemu is not on PATH' 'in WSL'
finds warning cmake 'cmake is not on PATH' 'winget install Kitware.CMake'
finds warning pkg-config 'is on PATH' 'pip install pkgconf'
! grep -E 'apt |\.profile' report.json || fail "advice that is none on Windows"
finds ok bindgen "$llvm/bin/clang.exe" ''

# What a compiler complains of there ends in CR LF, which is no part of what we tell.
cp -al "$board" bare
rm bare/usr/include/stdio.h
ours sysroot check --json bare
mv told report.json
finds problem build "fatal error: 'stdio.h' file not found" 'mend'
python3 -c 'import json, sys; sys.exit(any("\r" in f["what"] for f in json.load(open("report.json"))["findings"]))' || fail "$(cat report.json)"
