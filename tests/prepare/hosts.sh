#!/bin/bash
# Builds the tools for another host as they are released, by zig, and installs them in the tests' build folder: hosts.sh HOST.
set -euo pipefail

source=$(cd "$(dirname "$0")/../.." && pwd)
build=${TESTS_BUILD:?the build folder of the tests}
[ -d "$build/zig" ] || {
    python3 -m venv "$build/zig.part"
    "$build/zig.part/bin/pip" install --quiet --disable-pip-version-check ziglang==0.17.1
    mv "$build/zig.part" "$build/zig"
}
export ZIG_GLOBAL_CACHE_DIR=$build/zig-cache ZIG_LOCAL_CACHE_DIR=$build/zig-cache
ZIG=$(echo "$build"/zig/lib/python3*/site-packages/ziglang/zig)
export ZIG
"$source/install/package/build.sh" "$1" "$build/hosts"

stage=$build/stage-$1
rm -rf "$stage"
cmake --install "$build/hosts/$1" --prefix "$stage" > /dev/null
# Where this machine cannot run them, scripts stand in their place that run them by qemu.
if [[ $1 = aarch64-*-musl && $(uname -m) != aarch64 ]]; then
    mv "$stage/bin" "$stage/programs"
    mkdir "$stage/bin"
    for program in "$stage"/programs/*; do
        printf '%s\n' '#!/bin/sh' "exec $(command -v qemu-aarch64-static) -0 \"\$0\" '$program' \"\$@\"" > "$stage/bin/${program##*/}"
        chmod +x "$stage/bin/${program##*/}"
    done
fi
