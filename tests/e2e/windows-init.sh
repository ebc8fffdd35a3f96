#!/bin/bash
# aarch64-jetson.exe, in wine: `init` writes settings that the tools find, with / in all paths; explain, emit and doctor read them; the
# program needs nothing that Windows has not.
. "$(dirname "$0")/common.inc"
. "$e2e/windows.inc"
manager=$tools/aarch64-jetson.exe

x86_64-w64-mingw32-objdump -p "$manager" | sed -n 's/^\tDLL Name: //p' | sort -u > libraries
[ -z "$(grep -viE '^(KERNEL32|msvcrt|ADVAPI32|SHELL32|USER32|WS2_32|bcrypt|ole32|CRYPT32)\.dll$' libraries)" ] || fail "$(cat libraries)"

mkdir -p 'home größe/AppData'
# Wine says by itself where a user's settings lie.
ours() { wine64 parent.exe AARCH64_JETSON_CONFIG= "APPDATA=$(to_windows "$scratch/home größe/AppData")" aarch64-jetson.exe "$@" | grep -v '^exit code 0x00000000'; }
mkdir path
for program in clang clang++ ld.lld; do cp "$helpers/zig_clang.exe" path/$program.exe; done
export WINEPATH="$WINEPATH;$(to_windows "$scratch/path")" TEST_ZIG
TEST_ZIG=$(to_windows "$windows/zig/zig.exe")
ours init --module orin --sysroot "$(to_windows "$board")" > told 2>&1
file='home größe/AppData/aarch64-jetson/aarch64-jetson.toml'
[ -f "$file" ] || fail "$(cat told)"
grep -q '^sysroot = "Z:/' "$file" || fail "$(cat "$file")"
! grep -v '^#' "$file" | grep -q '\\' || fail "$(cat "$file")"
grep -q '^module = "orin"' "$file" && grep -q 'mcpu=cortex-a78ae' told || fail "$(cat told)"

ours emit cmake > emitted
grep -q 'aarch64-jetson-clang.exe' emitted && ! grep -q '\\' emitted || fail "$(cat emitted)"
ours doctor --json > report.json 2> error || true
sed -i '/^exit code/d' report.json
python3 -c 'import json, sys; sys.exit(not json.load(open("report.json")))'
