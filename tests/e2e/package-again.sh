#!/bin/bash
# The same commit gives the same bytes, whoever packages it, when and where; and what was packaged is what SHA256SUMS says.
. "$(dirname "$0")/common.inc"
. "$e2e/package.inc"

(cd "$packages" && sha256sum --quiet --strict -c SHA256SUMS)
[ "$(cd "$packages" && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort)" = "$(cut -c 67- "$packages/SHA256SUMS")" ]

# Another folder, zone, language, umask and moment. One archive of each kind is enough: the recipes are the same for all.
(umask 077 && TZ=Asia/Tokyo LC_ALL=C "$e2e/../prepare/build.sh" packages "$scratch/again" "x86_64-linux-musl x86_64-w64-mingw32" > log 2>&1) ||
    fail "$(tail -n 20 log)"
for file in again/*.*; do
    case $file in
        *.rb) ;; # names all archives
        *) cmp "$file" "$packages/${file##*/}" ;;
    esac
done
[ "$(ls again/*.deb again/*.tar.gz again/*.whl | wc -l)" -ge 3 ]

# Nothing in them is of whoever made them: no owner, no date but the commit's, no folder of the build.
tar --numeric-owner -tvf "$packages/aarch64-jetson-$version-linux-x86_64.tar.gz" > list
grep -qv ' 0/0 ' list && fail "owners: $(grep -v ' 0/0 ' list | head -n 3)"
[ "$(awk '{ print $4, $5 }' list | sort -u | wc -l)" = 1 ]
tar -xf "$packages/aarch64-jetson-$version-linux-x86_64.tar.gz"
source=$(cd "$e2e/../.." && pwd)
for folder in "$source" "$TESTS_BUILD"; do
    ! grep -rqF "$folder" aarch64-jetson-*/ || fail "$folder is named in $(grep -rlF "$folder" aarch64-jetson-*/)"
done

# What cannot be packaged is refused in a sentence, and nothing is left.
package() { "$source/install/package.sh" --out "$scratch/new" "$@" 2> error; }
exits 2 package vax-vms=/tmp
grep -q "'vax-vms' is no host that packages are made for" error
exits 1 package "x86_64-linux-musl=$scratch"
grep -q "there is no build in $scratch" error && grep -q '  fix: ' error
mkdir new && touch new/mine
exits 1 package "x86_64-linux-musl=$scratch"
grep -q 'is there, and holds no packages' error
[ "$(ls new)" = mine ] && [ ! -e new.part ]
