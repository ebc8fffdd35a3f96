#!/bin/bash
# A small Debian for aarch64 with compilers of its own, in the tests' build folder: what qemu and proot make a desktop of aarch64 of.
set -euo pipefail

tests=$(cd "$(dirname "$0")/.." && pwd)
folder=${TESTS_BUILD:?the build folder of the tests}/aarch64-host
[ ! -e "$folder" ] || exit 0

"$tests/prepare/debian.sh"
rm -rf "$folder.part"
grep '^deb .* main' "$TESTS_BUILD/apt/sources.list" | grep -v backports |
    mmdebstrap --mode=chrootless --variant=extract --architectures=arm64 --include=cargo,clang-14,lld-14,dash \
        --aptopt='APT::Install-Recommends "false"' --aptopt='APT::Sandbox::User "root"' '' "$folder.part" -
ln -s gcc "$folder.part/usr/bin/cc" # Debian's alternatives, which are made when a package is configured
cc -O1 "$tests/e2e/data/native/old_calls.c" -o "$folder.part/old_calls"
mv "$folder.part" "$folder"
