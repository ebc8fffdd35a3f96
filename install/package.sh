#!/bin/bash
# Makes what a release consists of, in one folder: .deb and .tar.gz for Linux, .tar.gz for macOS, .zip for Windows, Python wheels, and
# SHA256SUMS; with --url, the place they will be fetched from, also a Homebrew formula, scoop and winget manifests. The same commit
# gives the same bytes.
#   install/package.sh [--out DIR] [--url URL] [HOST[=BUILD]…]        (default of --out: build/packages)
# HOST is x86_64-linux-musl, aarch64-linux-musl, x86_64-macos.11.0, aarch64-macos.11.0 or x86_64-w64-mingw32; without any, all are meant.
# BUILD is the folder in which CMake built for it; without one, package/build.sh builds in build/hosts. One of them must run here: it
# prints the completions and the manual page for all.
# Environment: SOURCE_DATE_EPOCH, the date of all files (default: that of the last commit); DEBFULLNAME, DEBEMAIL; ZIG, how zig is run.
set -euo pipefail
shopt -s extglob

tree=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
recipes=$tree/install/package
out=$tree/build/packages url='' work=''
hosts=(x86_64-linux-musl aarch64-linux-musl x86_64-macos.11.0 aarch64-macos.11.0 x86_64-w64-mingw32)
declare -A builds

fail() {
    printf 'package.sh: error: %s\n  fix:   %s\n' "$1" "$2" >&2
    exit "${3:-1}"
}

# describe HOST: the kind of archive, the name of the machine in its file name, Debian's name for the machine, the wheel's platforms.
describe() {
    case $1 in
        x86_64-linux-musl) echo tar.gz linux-x86_64 amd64 manylinux_2_17_x86_64.musllinux_1_1_x86_64 ;;
        aarch64-linux-musl) echo tar.gz linux-aarch64 arm64 manylinux_2_17_aarch64.musllinux_1_1_aarch64 ;;
        x86_64-macos.11.0) echo tar.gz macos-x86_64 - macosx_11_0_x86_64 ;;
        aarch64-macos.11.0) echo tar.gz macos-arm64 - macosx_11_0_arm64 ;;
        x86_64-w64-mingw32) echo zip windows-x86_64 - win_amd64 ;;
        *) return 1 ;;
    esac
}

# --- an installation for each host

install_build() {
    local host=$1 build=$2 built
    built=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt" 2> /dev/null) ||
        fail "there is no build in $build" "cmake -B $build …, cmake --build $build; or name another folder for $host"
    [ "$built" = "$version" ] || fail "$build was built as version $built, and this is $version" "cmake --build $build"
    cmake --install "$build" --prefix "$work/$host" > "$work/log" ||
        fail "cannot install from $build" "cmake --build $build"
    compgen -G "$work/$host/bin/aarch64-jetson?(.exe)" > /dev/null ||
        fail "$build was built without aarch64-jetson" "cmake -DAARCH64_JETSON_MANAGER=ON $build, cmake --build $build"
    cmake --install "$build" --prefix "$work/$host.wheel" --component wheel > "$work/log" # nothing for Windows
}

# Sets `native`, a management program that runs here.
find_native() {
    local host
    for host in "${!builds[@]}"; do
        native=$work/$host/bin/aarch64-jetson
        [ "$("$native" --version 2> /dev/null)" != "$version" ] || return 0
    done
    fail "none of these builds has an aarch64-jetson that runs here, to print the manual page" "add x86_64-linux-musl=BUILD"
}

# What CMake does not install, and modes and dates that do not depend on who builds, and when.
complete_installation() {
    local installed=$work/$1 share=$work/$1/share
    mkdir -p "$share"/{bash-completion/completions,zsh/site-functions,fish/vendor_completions.d,man/man1,doc/aarch64-jetson}
    "$native" completion bash > "$share/bash-completion/completions/aarch64-jetson"
    "$native" completion zsh > "$share/zsh/site-functions/_aarch64-jetson"
    "$native" completion fish > "$share/fish/vendor_completions.d/aarch64-jetson.fish"
    "$native" man > "$share/man/man1/aarch64-jetson.1"
    cp "$tree/LICENSE" "$tree/CHANGELOG.md" "$share/doc/aarch64-jetson/"
    bash "$recipes/copyright.sh" "${builds[$1]}" > "$share/doc/aarch64-jetson/copyright"
    find "$installed" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
    chmod 755 "$installed"/bin/*
    find "$installed" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# --- the packages of one host

# Not by CPack (tried with CMake 3.25): it puts files into .tar.gz and .zip in the order in which the file system lists them, so that the same
# files give other bytes elsewhere, and it tells dpkg the size of what a link leads to, 55 MB for the 3 MB that are installed.
pack() {
    local host=$1 installed=$work/$1 kind machine debian platforms name
    read -r kind machine debian platforms < <(describe "$host")
    name=aarch64-jetson-$version-$machine
    case $kind in
        tar.gz)
            tar -C "$installed" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner --transform "s|^\.|$name|S" -c . |
                gzip -9n > "$part/$name.tar.gz"
            ;;
        zip) python3 -B "$recipes/archive.py" "$part/$name.zip" "$installed" "$name" ;;
    esac
    [ "$debian" = - ] ||
        bash "$recipes/deb.sh" "$part/aarch64-jetson_${version}_$debian.deb" "$debian" "$version" "$installed"
    python3 -B "$recipes/wheel.py" "$part" "py3-none-$platforms" "$version" "$installed" "$work/$host.wheel/aarch64-jetson-name"
}

# The licence of some libraries demands that their source is passed on with the programs (copyright.sh): here it is, with ours.
pack_sources() {
    local name=aarch64-jetson-$version libraries
    git -C "$tree" archive --prefix="$name/" HEAD | gzip -n > "$part/$name-source.tar.gz"
    libraries=$(sed -n 's|^LIBRARIES:PATH=\(.*\)/.*|\1/sources|p' "${builds[@]/%//CMakeCache.txt}" | head -n 1)
    [ -z "$libraries" ] || tar -C "$libraries" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner --mode=u+rw,go+r-w \
        --mtime="@$SOURCE_DATE_EPOCH" --transform "s|^|$name-libraries/|S" -c e2fsprogs elfutils nettle |
        gzip -n > "$part/$name-libraries-source.tar.gz"
}

# --- the whole

while (($#)); do
    case $1 in
        --out) out=${2-} && shift ;;
        --out=*) out=${1#*=} ;;
        --url) url=${2-} && shift ;;
        --url=*) url=${1#*=} ;;
        -h | --help) sed -n '2,/^set/{s/^# \{0,1\}//p}' "$0" && exit ;;
        *)
            describe "${1%%=*}" > /dev/null || fail "'${1%%=*}' is no host that packages are made for" "the hosts are: ${hosts[*]}" 2
            builds[${1%%=*}]=''
            [[ $1 != *=* ]] || builds[${1%%=*}]=${1#*=}
            ;;
    esac
    shift
done
((${#builds[@]})) || for host in "${hosts[@]}"; do builds[$host]=''; done
[ -n "$out" ] || fail "--out is empty" "name the folder for the packages" 2
[ ! -e "$out" ] || [ -e "$out/SHA256SUMS" ] || rmdir "$out" 2> /dev/null ||
    fail "$out is there, and holds no packages" "name another folder by --out"
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$tree" log -1 --format=%ct 2> /dev/null || true)}
[ -n "$SOURCE_DATE_EPOCH" ] || fail "this tree has no commits to take the date of" "set SOURCE_DATE_EPOCH to seconds since 1970"

version=$(sed -n 's/^project(aarch64-jetson VERSION \([0-9.]*\).*/\1/p' "$tree/CMakeLists.txt")
part=$out.part
rm -rf "$part"
mkdir -p "$part"
part=$(cd "$part" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work" "$part"' EXIT
umask 022
export LC_ALL=C.UTF-8 TZ=UTC

for host in "${!builds[@]}"; do
    [ -n "${builds[$host]}" ] || {
        bash "$recipes/build.sh" "$host" "$tree/build/hosts" || fail "cannot build for $host" "it says why above; or name a build: $host=BUILD"
        builds[$host]=$tree/build/hosts/$host
    }
    install_build "$host" "${builds[$host]}"
done
find_native
for host in "${!builds[@]}"; do
    complete_installation "$host"
    pack "$host"
done
pack_sources
[ -z "$url" ] || bash "$recipes/manifests.sh" "$part" "$version" "$url"
(cd "$part" && find . -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum > "$work/SHA256SUMS")
mv "$work/SHA256SUMS" "$part/"
rm -rf "$out"
mv "$part" "$out"
find "$out" -type f -printf "$out/%P\n" | sort
[ -n "$url" ] || echo "no --url: no Homebrew formula, scoop or winget manifest was made"
