#!/bin/bash
# Builds the tools from this source tree, in its folder build/, and installs them.
set -euo pipefail

usage="usage: install.sh [--prefix DIR]     (default: ~/.local)"
tree=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
prefix=

fail() {
    printf 'install.sh: error: %s\n' "$1" >&2
    printf '  fix:   %s\n' "$2" >&2
    exit 1
}

while (($#)); do
    case $1 in
        --prefix) prefix=${2-}; shift ;;
        --prefix=*) prefix=${1#*=} ;;
        -h | --help) echo "$usage"; exit ;;
        *) prefix= ;;
    esac
    [[ $prefix ]] || { echo "$usage" >&2; exit 2; }
    shift
done
[[ $prefix || ${HOME-} ]] || fail "HOME is not set, so there is no ~/.local" "name a place: --prefix DIR"
prefix=${prefix:-$HOME/.local}
[[ $prefix == /* ]] || prefix=$PWD/$prefix

# Asked before the build, not after it.
{ mkdir -p -- "$prefix/bin" && test -w "$prefix/bin"; } 2>/dev/null ||
    fail "cannot write in $prefix/bin" "name another place: --prefix DIR"
for program in cmake ninja; do
    command -v "$program" >/dev/null || fail "$program is not installed" "install/quickstart.sh installs what is needed"
done

cmake -S "$tree" -B "$tree/build" -G Ninja -DCMAKE_BUILD_TYPE=Release ||
    fail "cmake cannot configure the build, and says why" \
        "install what it misses (quickstart.sh does); if the tree was moved or copied, remove $tree/build"
cmake --build "$tree/build" || fail "the build failed, and the compiler says why" "use g++ 12 or newer, or clang"
cmake --install "$tree/build" --prefix "$prefix" ||
    fail "cannot install into $prefix" "name another place: --prefix DIR"

echo "installed in $prefix"
case :$PATH: in
    *":$prefix/bin:"*) ;;
    *) echo "to have it on PATH:  export PATH=\"$prefix/bin:\$PATH\"" ;;
esac
