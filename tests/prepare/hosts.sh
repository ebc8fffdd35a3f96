#!/bin/bash
# Builds the tools for another host as they are released, in the tests' build folder, by zig: hosts.sh HOST.
set -euo pipefail

source=$(cd "$(dirname "$0")/../.." && pwd)
build=${TESTS_BUILD:?the build folder of the tests}
[ -d "$build/zig" ] || {
    python3 -m venv "$build/zig.part"
    "$build/zig.part/bin/pip" install --quiet --disable-pip-version-check ziglang==0.17.1
    mv "$build/zig.part" "$build/zig"
}
export ZIG_GLOBAL_CACHE_DIR=$build/zig-cache ZIG_LOCAL_CACHE_DIR=$build/zig-cache
ZIG=$(echo "$build"/zig/lib/python3*/site-packages/ziglang/zig) "$source/install/package/build.sh" "$1" "$build/hosts"
