#!/bin/bash
# A command line under the 32,766 characters that Windows takes, over them with our additions: clang and lld get it by a response file,
# which both read alike, and which is gone afterwards. clang and lld are real ones (zig.exe).
. "$(dirname "$0")/common.inc"
. "$e2e/windows.inc"
windows_settings

mkdir temporary 'a folder'
TEMP=$(to_windows "$PWD/temporary")
in_temporary() { wine64 parent.exe "TEMP=$TEMP" "TMP=$TEMP" "$@"; }

printf '%s\n' 'const char text[] = TEXT;' 'int number = NUMBER;' > 'a folder/x.c'
mapfile -t words < <(seq -f '-DWORD_%05g="a b"' 1 1400) # 18 characters each, quotes and blank: 31,000
printf 'compile = [%s]\r\n' "$(printf "'-DADDED_%s'," {1..200})" >> windows.toml
prints "exit code 0x00000000"$'\r' in_temporary aarch64-jetson-clang.exe "${words[@]}" '-DTEXT="C:\\some\\where \"x\""' -DNUMBER=27 \
    -c 'a folder\x.c' -o 'a folder\x.o'
[ "$(elf 'a folder/x.o' machine)" = AArch64 ]
readelf -p .rodata 'a folder/x.o' | grep -qF 'C:\some\where "x"'
[ -z "$(ls -A temporary)" ]

# A linker with leading words of its own keeps them on its line; a path with a backslash and a blank is read as it was written.
mapfile -t words < <(seq -f '--defsym=symbol_%05g=1' 1 1150) # 23 characters each
padding=$(printf ", '--no-fatal-warnings'%.0s" {1..300})
sed -i "s/, 'ld.lld'/&$padding/" windows.toml
prints "exit code 0x00000000"$'\r' in_temporary aarch64-jetson-ld.exe "${words[@]}" -r 'a folder\x.o' -o 'a folder\whole file.o'
[ "$(readelf -sW 'a folder/whole file.o' | grep -c ' symbol_0')" = 1150 ]
[ -z "$(ls -A temporary)" ]

# A tool that reads response files in another way gets none.
printf '%s\n' '[programs]' "nm = ['stand_in'$padding]" > windows.toml
exits 1 wine64 aarch64-jetson-nm.exe exit "${words[@]}" 2> message
grep -q 'error: this command is longer than the 32766 characters that Windows takes' message
grep -q '^  fix:   put the arguments in a response file (@file)' message
