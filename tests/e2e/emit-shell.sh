#!/bin/bash
# A shell that has read `emit env`: a configure that reads CC, make, and cargo, whose build scripts are still built for this
# machine. Autoconf by the site file of `emit autoconf` alone.
# matrix: way=env,site
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"

if [ "${way:=env}" = site ]; then
    "$manager" emit autoconf --write
    cp -a "$(source_of hello)" hello
    cd hello
    CONFIG_SITE=$HOME/.config/aarch64-jetson/aarch64-jetson.site ./configure --host=aarch64-linux-gnu > output
    grep -q 'checking whether we are cross compiling... yes' output
    grep -q "checking for aarch64-linux-gnu-gcc... $tools/aarch64-jetson-clang" output
    make -j2 > /dev/null
    [ "$(elf hello type machine)" = "DYN AArch64" ]
    prints "Hello, world!" run_on_board ./hello
    exit 0
fi

"$manager" emit env --write
. "$HOME/.config/aarch64-jetson/aarch64-jetson.sh"
cp -a "$(source_of zlib)" zlib
cd zlib
./configure > output
grep -q "Checking for shared library support" output
make -j2 example
prints "uncompress(): hello, hello!" sh -c 'qemu-aarch64-static -L "$0" ./example | grep "^uncompress()"' "$board"

. "$e2e/cargo.inc"
cp -r "$e2e/data/host-and-target" "$scratch"
cd "$scratch/host-and-target"
fetch_crates
prints "generated on $(uname -m), macro on $(uname -m), runs on aarch64" cargo run --target "$target"
