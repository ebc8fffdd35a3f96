#!/bin/bash
# A library that another needs, and that lies only in a subdirectory, gets the links that update-alternatives makes on the board; not one
# that is found by a RUNPATH or in NVIDIA's own directories. What is nowhere is told.
. "$(dirname "$0")/common.inc"

lib=usr/lib/aarch64-linux-gnu
cp -a "$board" root
mkdir -p root/$lib/{inner,own,nvidia}

# library FILE SONAME FUNCTION [FLAG…]
library() {
    local file=root/$lib/$1 soname=$2 name=$3
    shift 3
    echo "int $name(void) { return 7; }" > "$name.c"
    aarch64-jetson-clang -shared -fPIC -Wl,-soname,"$soname" "$name.c" -Wl,--no-as-needed "$@" -o "$file"
}
library inner/libinner.so.2 libinner.so.2 inner
ln -s libinner.so.2 root/$lib/inner/libinner.so
library own/libown.so.1 libown.so.1 own
library nvidia/libnvthing.so libnvthing.so nvthing
library libgone.so.1 libgone.so.1 gone
library libouter.so.1 libouter.so.1 outer root/$lib/inner/libinner.so.2 root/$lib/nvidia/libnvthing.so root/$lib/libgone.so.1
library librun.so.1 librun.so.1 run root/$lib/own/libown.so.1 -Wl,-rpath,'$ORIGIN/own'
rm root/$lib/libgone.so.1

aarch64-jetson sysroot make root made > report 2> progress
[ "$(readlink made/$lib/libinner.so.2)" = inner/libinner.so.2 ]
[ "$(readlink made/$lib/libinner.so)" = inner/libinner.so ]
grep -q "/$lib/libinner.so.2 was missing (.*libouter.so.1 needs it, and update-alternatives makes it); it now leads to inner/libinner.so.2" report
for other in libown.so.1 libnvthing.so; do [ ! -e "made/$lib/$other" ] || fail "$other got a link"; done
grep -q 'libgone.so.1 is needed by libouter.so.1, and nothing in the sysroot is it' report
echo 'int inner(void); int main(void) { return inner() - 7; }' | JETSON_SYSROOT=$PWD/made aarch64-jetson-clang -x c - -linner -o main
qemu-aarch64-static -L made ./main
