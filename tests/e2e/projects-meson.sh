#!/bin/bash
# Real projects by Meson with the cross file of `emit meson`, one of them with assembler; their own tests run by qemu.
# matrix: project=libjsoncpp,dav1d
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"

options=()
case ${project:=libjsoncpp} in
    libjsoncpp) binary=jsoncpp_test ;;
    dav1d) options=(--buildtype=debug -Dbitdepths=8) binary=tests/checkasm ;;
esac
"$manager" emit meson --write
cp -a "$(source_of "$project")" source
meson setup --cross-file aarch64-jetson "${options[@]}" build source
ninja -C build -j2 $binary
[ "$(elf build/$binary machine)" = AArch64 ]
case $project in
    libjsoncpp) meson test -C build --no-rebuild unittest_jsoncpp_test ;;
    # All of it takes minutes in qemu: NEON against C for the entropy decoder, motion vectors and the direction filter.
    dav1d) for part in msac refmvs cdef_8bpc; do run_on_board build/$binary --test=$part 7; done ;;
esac
