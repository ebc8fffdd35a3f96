#!/bin/bash
# Builds what the management program links, statically, for a host other than this machine, from Debian's sources; on Debian only.
# What is there already is not built again.
set -euo pipefail

usage="usage: libraries.sh HOST FOLDER
  HOST    x86_64-linux-musl, aarch64-linux-musl, x86_64-macos.11.0, aarch64-macos.11.0 (by zig), or x86_64-w64-mingw32
  FOLDER  for the sources and all hosts: the libraries for HOST come into FOLDER/HOST
zig is run as \$ZIG, or as python3 -m ziglang."
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
sources=(bzip2 e2fsprogs elfutils libarchive libzstd lz4 nettle xz-utils zlib)

(($# == 2)) || { echo "$usage" >&2; exit 2; }
host=$1
mkdir -p -- "$2"
folder=$(cd -- "$2" && pwd)
case $host in
    *-linux-musl | *-macos.*)
        toolchain=(-DCMAKE_TOOLCHAIN_FILE="$here/zig.cmake" -DZIG_TARGET="$host" -DLIBRARIES="$folder/$host.part" ${ZIG:+"-DZIG=$ZIG"})
        ;;
    *-w64-mingw32)
        toolchain=(-DCMAKE_SYSTEM_NAME=Windows -DCMAKE_C_COMPILER="$host-gcc-posix")
        ;;
    *) echo "$usage" >&2; exit 2 ;;
esac

# Two at a time share the sources.
exec 9> "$folder/lock"
flock 9
# With Debian's own changes: what mends a hole in a library must be in here, too.
for source in "${sources[@]}"; do
    TESTS_BUILD=${TESTS_BUILD:-$folder} "$here/../tests/prepare/debian.sh" "$folder/sources/$source" patched "$source"
done
flock -u 9

# What the folder was made by.
recipe=$(find "$0" "$here"/{cross,zig}.cmake "$here/libraries" -type f -exec cat {} + | sha256sum)
[[ ! -e $folder/$host/recipe || $(< "$folder/$host/recipe") != "$recipe" ]] || exit 0

rm -rf -- "$folder/$host" "$folder/$host.part" "$folder/$host.build"
mkdir -p -- "$folder/$host.part"
cmake -S "$here/libraries" -B "$folder/$host.build" -G Ninja "${toolchain[@]}" -DSOURCES="$folder/sources" \
    -DCMAKE_INSTALL_PREFIX="$folder/$host.part"
cmake --build "$folder/$host.build" -j "${TESTS_JOBS:-$(nproc)}"
cmake --install "$folder/$host.build" > /dev/null
# The libraries that are headers alone, with their CMake packages, which find them by their own place.
mkdir -p -- "$folder/$host.part/share/cmake"
cp -R /usr/include/{CLI,nlohmann,toml++} "$folder/$host.part/include"
cp -R /usr/share/cmake/{CLI11,nlohmann_json} "$folder/$host.part/share/cmake"
rm -rf -- "$folder/$host.build"
echo "$recipe" > "$folder/$host.part/recipe"
mv -- "$folder/$host.part" "$folder/$host"
