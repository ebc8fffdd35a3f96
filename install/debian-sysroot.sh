#!/bin/bash
# Makes an arm64 sysroot from Debian's packages. Needs no root: no program of the packages is run.
set -euo pipefail

usage="usage: debian-sysroot.sh [--suite bullseye|bookworm|trixie] [--packages LIST] DEST
LIST is separated by commas; the word 'base' stands for the C and C++ libraries and zlib,
'full' (the default) for these with OpenCV and OpenSSL."
suite=bookworm packages=full dest=

fail() {
    printf 'debian-sysroot.sh: error: %s\n' "$1" >&2
    printf '  fix:   %s\n' "$2" >&2
    exit 1
}

while (($#)); do
    case $1 in
        --suite | --packages)
            [[ ${2-} ]] || { echo "$usage" >&2; exit 2; }
            declare "${1#--}=$2"
            shift
            ;;
        --suite=*) suite=${1#*=} ;;
        --packages=*) packages=${1#*=} ;;
        -h | --help) echo "$usage"; exit ;;
        *)
            [[ ! $dest && $1 && $1 != -* ]] || { echo "$usage" >&2; exit 2; }
            dest=$1
            ;;
    esac
    shift
done
[[ $dest ]] || { echo "$usage" >&2; exit 2; }

# The number is in the package's name; each suite has one that its own programs were built with.
case $suite in
    bullseye) libstdcxx=libstdc++-10-dev ;;
    bookworm) libstdcxx=libstdc++-12-dev ;;
    trixie) libstdcxx=libstdc++-14-dev ;;
    *) fail "no Debian suite of the name $suite is known here" "use bullseye, bookworm or trixie" ;;
esac
# base-files brings os-release, by which the sysroot can be told later.
base=base-files,libc6-dev,$libstdcxx,zlib1g-dev
packages=,$packages,
packages=${packages//,full,/,base,libopencv-dev,libssl-dev,}
packages=${packages//,base,/,$base,}
packages=${packages#,}
packages=${packages%,}

while [[ $dest == ?*/ ]]; do dest=${dest%/}; done
[[ ! -e $dest && ! -L $dest ]] || fail "$dest exists already" "remove it, or name another place"
for program in mmdebstrap readelf; do
    command -v "$program" >/dev/null ||
        fail "$program is not installed" "apt-get install mmdebstrap binutils"
done
parent=$(dirname -- "$dest")
# The names below must not depend on the working directory: mmdebstrap changes it.
{ mkdir -p -- "$parent" && parent=$(cd -- "$parent" && pwd) &&
    root=$(mktemp -d -- "$parent/.${dest##*/}.XXXXXX") && chmod 755 -- "$root"; } 2>/dev/null ||
    fail "cannot write in $parent" "name another place, or make that one writable"
dest=$parent/${dest##*/}
trap 'rm -rf -- "$root"' EXIT
trap 'exit 130' INT TERM HUP

# The mirror that this machine's apt uses; another distribution's does not have the suite.
mirror=()
if command -v apt-get >/dev/null; then
    # shellcheck disable=SC2016 # apt's own variable
    mapfile -t mirror < <(apt-get indextargets --format '$(REPO_URI)' \
        'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 2>/dev/null)
fi
[[ ${mirror[0]-} == http*://* ]] || mirror=()

# An extracted package is not an installed one for dpkg, so the record of what is in the sysroot is written here.
# shellcheck disable=SC2016 # mmdebstrap's shell expands $1
status='for deb in "$1"/var/cache/apt/archives/*.deb; do
    dpkg-deb --field "$deb" && echo "Status: install ok installed" && echo
done > "$1/var/lib/dpkg/status"'

# Chrootless works for every user and in containers. Its warning is about maintainer scripts that run outside the
# sysroot; the extract variant runs none. /lib is a link before any package is laid in, as on every Debian installed
# since 10: the packages up to bookworm would make a directory of it, those of trixie have no /lib at all.
# shellcheck disable=SC2016
mmdebstrap --mode=chrootless --variant=extract --architectures=arm64 --include="$packages" \
    --setup-hook='mkdir -p "$1/usr/lib" && ln -s usr/lib "$1/lib"' --extract-hook="$status" \
    "$suite" "$root" ${mirror:+"${mirror[0]}"} 2>&1 | sed -u '/chrootless mode/d' ||
    fail "mmdebstrap cannot make the sysroot, and says why" \
        "check the network and the names of the packages ($packages)"

# What a cross build cannot use. CMake's packages may be in any directory of usr/share, so these are looked at.
shopt -s nullglob dotglob
for entry in "$root"/* "$root"/{etc,var,var/lib,var/lib/dpkg,usr/share}/*; do
    case ${entry#"$root"} in
        /etc | /lib | /opt | /usr | /var) ;;
        /etc/alternatives | /etc/ld.so.conf* | /etc/os-release) ;;
        /var/lib | /var/lib/dpkg | /var/lib/dpkg/status) ;;
        /usr/share/pkgconfig | /usr/share/cmake*) ;;
        /usr/share/*) [[ $(find "$entry" -name '*.cmake' -print -quit) ]] || rm -rf -- "$entry" ;;
        *) rm -rf -- "$entry" ;;
    esac
done
rm -rf -- "${root:?}"/usr/{bin,sbin,games}

# An absolute link is followed outside the sysroot by everything but qemu.
while IFS= read -rd '' link && IFS= read -rd '' target; do
    if [[ -e $root$target || -L $root$target ]]; then
        up=${link//[!\/]/}
        up=${up#/}
        ln -sfn -- "${up//\//../}${target#/}" "$root/$link"
    fi
done < <(cd -- "$root" && find . -type l -lname '/*' -printf '%p\0%l\0')

# lld passes over a libX.so that leads nowhere and takes libX.a without a word, so a word is said here.
while IFS= read -rd '' link; do
    echo "removed ${link#"$root"}: it led nowhere"
    [[ ! -e ${link%.so}.a ]] || echo "  -l$(basename "${link%.so}" | cut -c 4-) links the static library"
    rm -- "$link"
done < <(find "$root/usr/lib" -xtype l -name 'lib*.so' -print0)

# update-alternatives would have made links such as liblapack.so.3 -> lapack/liblapack.so.3. A library that another
# one needs, and that is there in a subdirectory alone, is such a one, unless the other has a RUNPATH to find it by.
lib=$root/usr/lib/aarch64-linux-gnu
while read -r name needed_by runpath; do
    [[ ! -e $lib/$name && ! -e $root/usr/lib/$name ]] || continue
    candidates=("$lib"/*/"$name")
    if [[ ! ${candidates-} ]]; then
        echo "missing: $name, needed by $needed_by"
    elif [[ ! $runpath ]]; then
        directory=$(dirname "${candidates[0]#"$lib/"}")
        for file in "$name" "${name%.so.*}".{so,a}; do
            [[ ! -e $lib/$directory/$file || -e $lib/$file ]] || ln -s "$directory/$file" "$lib/$file"
        done
    fi
done < <(cd "$lib" && readelf -dW -- *.so.* */lib*.so.* 2>/dev/null | awk '
    /^File: / { file = $2 }
    /\(R(UN)?PATH\)/ { runpath[file] = 1 }
    /\(NEEDED\)/ { gsub(/[][]/, "", $NF); name[++n] = $NF; needed_by[n] = file }
    END {
        for (i = 1; i <= n; i++) {
            if (!runpath[needed_by[i]]) plain[name[i]] = needed_by[i]
            else behind_runpath[name[i]] = needed_by[i]
        }
        for (i in plain) print i, plain[i]
        for (i in behind_runpath) if (!(i in plain)) print i, behind_runpath[i], "runpath"
    }')

mv -T -- "$root" "$dest" || fail "cannot put the sysroot at $dest" "make room there, and run this again"
trap - EXIT
echo "made $dest ($(du -sh -- "$dest" | cut -f 1))"
