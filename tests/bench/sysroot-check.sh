#!/bin/bash
# How long `sysroot check` takes on a sysroot of 5 GB, and how much memory: beside `find` that only lists it, and a shell loop that asks
# readelf of a part of the libraries. By hand; needs a Debian sysroot (tests/run.sh makes one).
#   tests/bench/sysroot-check.sh [SYSROOT]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
: "${TESTS_BUILD:=$root/build/tests}"
board=${1:-$TESTS_BUILD/sysroots/bookworm}
tools=$TESTS_BUILD/stage/bin
tree=$(mktemp -d "${TMPDIR:-/tmp}/sysroot-check.XXXXXX")
trap 'rm -rf "$tree"' EXIT

cp -al "$board/." "$tree"
lib=$tree/usr/lib/aarch64-linux-gnu
# The libraries are real; holes bring them to the size of CUDA's. Nothing of them is read but headers.
library=$(readlink -f "$board/usr/lib/aarch64-linux-gnu/libstdc++.so.6")
for ((i = 0; i < 2000; ++i)); do
    cp "$library" "$lib/libbench$i.so.1"
    truncate -s 2600K "$lib/libbench$i.so.1"
    ln -s "libbench$i.so.1" "$lib/libbench$i.so"
done
for ((i = 0; i < 600; ++i)); do
    mkdir -p "$tree/usr/include/bench/$i"
    (cd "$tree/usr/include/bench/$i" && touch {0..99}.h)
done
echo "$(find "$tree" | wc -l) entries, $(du -sh --apparent-size "$tree" | cut -f1)"

python3 - "$tree" "$tools/aarch64-jetson" << 'PY'
import os, resource, subprocess, sys, time
tree, program = sys.argv[1:]
def run(name, *command):
    start = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, env={"PATH": os.environ["PATH"]}, check=True)
    return time.monotonic() - start
check = run("check", program, "sysroot", "check", tree)
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
find = run("find", "find", tree)
shell = 20 * run("readelf", "sh", "-c", f"for f in {tree}/usr/lib/aarch64-linux-gnu/libbench1??.so.1; do readelf -dW $f; done")
print(f"check {check:.2f} s (three programs built among it), peak memory of it or a compiler {memory:.0f} MB; "
      f"find {find:.2f} s; readelf for each library {shell:.1f} s")
PY
