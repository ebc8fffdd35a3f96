#!/bin/bash
# Real projects by Meson with a cross file; meson runs their own tests by qemu.
# matrix: project=libjsoncpp,dav1d
. "$(dirname "$0")/common.inc"
. "$e2e/board.inc"

options=() checks=()
case ${project:=libjsoncpp} in
    libjsoncpp) binary=jsoncpp_test checks=(unittest_jsoncpp_test) ;;
    dav1d) options=(-Dbitdepths=8 -Denable_tests=true) binary=tools/dav1d ;;
esac
meson_cross
cp -a "$(source_of "$project")" source
meson setup --cross-file cross.ini "${options[@]}" build source
ninja -C build -j2
[ "$(elf "build/$binary" machine)" = AArch64 ]
meson test -C build --no-rebuild "${checks[@]}"
