#!/bin/bash
# Prints whose work is in a package, under which licences, and where its source is: copyright.sh BUILD, the folder in which CMake
# built what is packaged. The texts are those that Debian's packages and zig bring with what we link.
set -euo pipefail

tree=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
build=$1
documents=/usr/share/doc
common=/usr/share/common-licenses

# Debian's package, the library in it, the licence under which we use it, the programs that hold it.
libraries="
libtomlplusplus-dev|toml++|MIT|all programs
libcli11-dev|CLI11|BSD-3-Clause|aarch64-jetson
nlohmann-json3-dev|JSON for Modern C++|MIT|aarch64-jetson
libarchive-dev|libarchive|BSD-2-Clause|aarch64-jetson
libzstd-dev|zstd|BSD-3-Clause|aarch64-jetson
liblzma-dev|liblzma (xz)|public domain|aarch64-jetson
zlib1g-dev|zlib|Zlib|aarch64-jetson
liblz4-1|liblz4|BSD-2-Clause|aarch64-jetson
libbz2-dev|libbz2 (bzip2)|BSD-like|aarch64-jetson
nettle-dev|nettle|GPL-2 or newer|aarch64-jetson
libelf-dev|libelf (elfutils)|GPL-2 or newer|aarch64-jetson
libext2fs-dev|libext2fs and libcom_err (e2fsprogs)|LGPL-2, parts of it GPL-2|aarch64-jetson
"
of_mingw="
gcc-mingw-w64-base|libstdc++ and libgcc (GCC)|GPL-3 or newer, with an exception|all programs
mingw-w64-common|mingw-w64 and winpthreads|ZPL-2.1, MIT, public domain|all programs
"
of_zig=(
    "libc++|Apache-2.0 with LLVM exceptions|libcxx/LICENSE.TXT"
    "libc++abi|Apache-2.0 with LLVM exceptions|libcxxabi/LICENSE.TXT"
    "libunwind|Apache-2.0 with LLVM exceptions|libunwind/LICENSE.TXT"
    "compiler-rt of zig|MIT|../LICENSE"
)

cached() { sed -n "s/^$1:[A-Z]*=//p" "$build/CMakeCache.txt"; }

# zig links its own C and C++ libraries; Debian's mingw those of GCC.
zig=$(cached ZIG)
zig_folder=''
[ -z "$zig" ] || zig_folder=$(${zig//;/ } env | sed -n 's/.*"\{0,1\}lib_dir"\{0,1\}[ :=]*"\(.*\)".*/\1/p')
[[ $(cached CMAKE_TOOLCHAIN_FILE) != *mingw* ]] || libraries+=${of_mingw#?}
case $(cached ZIG_TARGET) in
    '') of_zig=() ;;
    *-musl) of_zig+=("musl|MIT|libc/musl/COPYRIGHT") ;;
    *-macos.*) unset 'of_zig[2]' ;; # macOS has that itself
esac

heading() { printf '\n%s\n%s\n\n' "$1" "${1//?/=}"; }

cat << 'START'
aarch64-jetson is under the MIT licence, whose text comes first. Its programs hold libraries of others, linked statically, which are listed
next and whose own terms follow. Parts of libext2fs are under the GNU GPL, version 2, so that this is the licence under which the
program `aarch64-jetson` as a whole, as it is packaged, may be passed on. Whoever does so passes on its source, too: it lies beside the
packages, in aarch64-jetson-VERSION-source.tar.gz and aarch64-jetson-VERSION-libraries-source.tar.gz, and install/package.sh in the former
builds it all again, changed or not. The source of the other libraries is the Debian source package named with each. The forwarders
(aarch64-jetson-clang and its other names) hold nothing whose source must be passed on.
START
heading "aarch64-jetson"
cat "$tree/LICENSE"
heading "Libraries"
row() { printf '%-36s  %-33s  %-14s  %s\n' "$@"; }
while IFS='|' read -r package library licence programs; do
    [ -n "$package" ] || continue
    [ -e "$documents/$package/copyright" ] || {
        printf 'copyright.sh: error: %s is not installed, whose terms belong to the packages\n  fix:   apt-get install %s\n' "$package" "$package" >&2
        exit 1
    }
    # shellcheck disable=SC2016 # dpkg-query's own variables
    row "$library" "$licence" "$programs" "$(dpkg-query -W -f 'Debian: ${source:Package} ${source:Version}' "$package")"
done <<< "$libraries"
for text in "${of_zig[@]}"; do
    IFS='|' read -r library licence _ <<< "$text"
    row "$library" "$licence" "all programs" "zig"
done

printed=$(mktemp)
trap 'rm -f "$printed"' EXIT
{
    while IFS='|' read -r package library _; do
        [ -z "$package" ] || { heading "$library" && cat "$documents/$package/copyright"; }
    done <<< "$libraries"
    for text in "${of_zig[@]}"; do
        IFS='|' read -r library _ file <<< "$text"
        heading "$library" && cat "$zig_folder/$file"
    done
} | tee "$printed"
# Debian's texts name these without quoting them, and outside of Debian nobody has them.
for licence in GPL-2 GPL-3 LGPL-2 LGPL-2.1 LGPL-3 Apache-2.0; do
    if grep -q "common-licenses/$licence\b" "$printed"; then heading "$licence" && cat "$common/$licence"; fi
done
