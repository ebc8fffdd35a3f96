#!/bin/bash
# Settings on Windows: found in %APPDATA% and beside the tools, in folders of any name, with what Windows' editors write.
. "$(dirname "$0")/common.inc"
. "$e2e/windows.inc"

# run_with NAME=VALUE TOOL WORD…: what the compiler's stand-in was told, once.
run_with() {
    wine64 parent.exe AARCH64_JETSON_CONFIG= "$@" > told
    tail -n 1 told | grep -q 'exit code 0x00000000' || fail "$(cat told)"
    head -c -22 told | iconv -f UTF-16LE -t UTF-8 | tr '\0' ' '
}

mkdir -p 'Jörg Müller 日本/Roaming/aarch64-jetson' 'Jörg Müller 日本/prefix/'{bin,etc}
cp "$helpers/stand_in.exe" 'Jörg Müller 日本/clang für alle.exe'
# UTF-8 with a mark at its front, CR LF, a path with blanks and letters of all kinds, ~, and no .exe.
printf '\xef\xbb\xbf[programs]\r\nar = ["~\\\\clang für alle", "tell", \x27ÿ 日本\x27]\r\n' > 'Jörg Müller 日本/Roaming/aarch64-jetson/aarch64-jetson.toml'
home=$(to_windows "$PWD/Jörg Müller 日本")
prints 'ÿ 日本 größer ÿ 日本 größer ' run_with "APPDATA=$home\\Roaming" "USERPROFILE=$home" aarch64-jetson-ar.exe größer

# %USERPROFILE%\AppData\Roaming where APPDATA is not set.
mkdir -p 'Jörg Müller 日本/AppData'
mv 'Jörg Müller 日本/Roaming' 'Jörg Müller 日本/AppData/Roaming'
prints 'ÿ 日本 x ÿ 日本 x ' run_with APPDATA= "USERPROFILE=$home" aarch64-jetson-ar.exe x

# <tools>/../etc, by a copy of a tool in such a folder; under a name of eight letters and three, and in capitals.
mv 'Jörg Müller 日本/AppData/Roaming/aarch64-jetson/aarch64-jetson.toml' 'Jörg Müller 日本/prefix/etc'
cp "$tools/aarch64-jetson-ar.exe" 'Jörg Müller 日本/prefix/bin/'
prints 'ÿ 日本 y ÿ 日本 y ' run_with APPDATA= "USERPROFILE=$home" "$home\\prefix\\bin\\aarch64-jetson-ar.exe" y
short=$(wine64 parent.exe --short "$home\\prefix\\bin\\aarch64-jetson-ar.exe" | tr -d '\r')
[[ $short != *jetson* && ${short##*\\} = *~*.EXE ]]
prints 'ÿ 日本 z ÿ 日本 z ' run_with APPDATA= "USERPROFILE=$home" "$short" z
mv 'Jörg Müller 日本/prefix/bin/aarch64-jetson-ar.exe' 'Jörg Müller 日本/prefix/bin/AARCH64-JETSON-AR.EXE'
prints 'ÿ 日本 Z ÿ 日本 Z ' run_with APPDATA= "USERPROFILE=$home" "$home\\prefix\\bin\\AARCH64-JETSON-AR.EXE" Z

# Nothing is run through cmd.exe, which would change the arguments.
stand_in_settings
echo '@echo never' > clang.bat
for file in 'clang.bat' "$(to_windows "$PWD/clang.BAT")"; do
    printf '%s\n' "sysroot = '$(to_windows "$board")'" '[programs]' "clang = '$file'" > windows.toml
    exits 1 wine64 aarch64-jetson-clang.exe -c x.c 2> message
    grep -qi 'clang.bat is a batch file: cmd.exe would read every argument a second time' message
    grep -q 'windows.toml:3:9 (programs.clang)' message
done
