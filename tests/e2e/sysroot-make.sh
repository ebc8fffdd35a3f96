#!/bin/bash
# A root filesystem as a board has it, with absolute links and what a sysroot has no use for, becomes a sysroot: from a
# directory and from every kind of archive. What is made builds and runs C and C++.
# matrix: sysroot=bullseye,bookworm,trixie
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"

cp -a "$board" root
lib=usr/lib/aarch64-linux-gnu
mkdir -p root/{usr/bin,home/me,usr/share/doc/x,usr/share/x/cmake,opt/nvidia/vpi3/include} root/usr/local/cuda-12.6/{bin,targets/aarch64-linux/{include,lib}}
echo left > root/usr/bin/tool
ln root/usr/bin/tool root/usr/lib/kept-by-its-other-name
echo kept > root/usr/share/x/cmake/x.cmake
chmod 4755 root/usr/share/x/cmake/x.cmake
touch -d '2001-02-03 04:05:06 UTC' root/usr/share/x/cmake/x.cmake
ln root/usr/share/x/cmake/x.cmake root/usr/lib/hard
mkfifo root/usr/lib/pipe
truncate -s 64M root/usr/lib/sparse
ln -sfn "/$lib/libm.so.6" "root/$lib/libm.so"
ln -s /usr/lib/nowhere.so.7 root/usr/lib/libgone.so
ln -s "libc.so.6.gone" "root/$lib/libz.so.new"
ln -sfn /lib/aarch64-linux-gnu/libz.so.9.9 "root/$lib/libz.so"
ln -s ../../../../../../etc/passwd root/usr/lib/out
mkdir -p root/etc/alternatives
ln -s /etc/alternatives/cuda root/usr/local/cuda
ln -s /usr/local/cuda-12.6 root/etc/alternatives/cuda

has() { [ -e "$1/$2" ] || fail "$1 has no $2"; }
lacks() { [ ! -e "$1/$2" ] && [ ! -L "$1/$2" ] || fail "$1 has $2"; }

good() {
    local made=$1
    has "$made" usr/share/x/cmake/x.cmake
    [ "$(stat -c '%a %Y' "$made/usr/share/x/cmake/x.cmake")" = "755 $(date -d '2001-02-03 04:05:06 UTC' +%s)" ]
    [ "$made/usr/share/x/cmake/x.cmake" -ef "$made/usr/lib/hard" ]
    [ "$(cat "$made/usr/lib/kept-by-its-other-name")" = left ]
    for gone in usr/bin home usr/share/doc usr/local/cuda-12.6/bin usr/lib/pipe usr/lib/out usr/lib/libgone.so "$lib/libz.so.new"; do
        lacks "$made" "$gone"
    done
    [ "$(stat -c %s "$made/usr/lib/sparse")" = $((64 << 20)) ]
    [ "$(stat -c %b "$made/usr/lib/sparse")" -lt 1024 ]
    has "$made" "$lib/libm.so"
    [[ $(readlink "$made/$lib/libz.so") = libz.so.1* ]] || fail "libz.so leads to $(readlink "$made/$lib/libz.so")"
    [ "$(readlink "$made/usr/local/cuda")" = ../../etc/alternatives/cuda ]
    [ "$(readlink "$made/etc/alternatives/cuda")" = ../../usr/local/cuda-12.6 ]
    [ "$(readlink -f "$made/usr/local/cuda-12/lib64")" = "$(readlink -f "$made/usr/local/cuda-12.6/targets/aarch64-linux/lib")" ]
    [ -z "$(find "$made" -type l -lname '/*')" ] || fail "absolute links are left"
    [ -z "$(find "$made" -xtype l)" ] || fail "links that lead nowhere are left: $(find "$made" -xtype l)"
}

runs() {
    local language=$1 compiler=$2
    # shellcheck disable=SC2086
    JETSON_SYSROOT=$PWD/made aarch64-jetson-$compiler -x "$language" main.c -lm -lz -o main
    [[ $(elf main needed) = *libm.so.6*libz.so.1* ]] || fail "needs $(elf main needed)"
    prints '4 1' qemu-aarch64-static -L made ./main
}
cat > main.c <<'C'
#include <math.h>
#include <stdio.h>
#include <zlib.h>
int main(int argc, char **argv) { (void)argv; printf("%g %d\n", sqrt(16.0 * argc) * cos(argc - 1.0), zlibVersion()[0] == '1'); return 0; }
C

aarch64-jetson sysroot make root made > report 2> progress
good made
runs c clang
runs c++ clang++
grep -q 'left out (no rule keeps it): ' report
grep -q "/usr/lib/libgone.so led nowhere (/usr/lib/nowhere.so.7) and was removed" report
grep -q 'reading root: ' progress
prints '' diff -r --no-dereference root/usr/include made/usr/include

# What is there is not touched but on request, and then becomes the new one at once.
exits 1 aarch64-jetson sysroot make root made 2> error
grep -q 'made exists already' error
touch made/mine
quietly aarch64-jetson sysroot make -q --replace root made
lacks made mine
good made

for kind in tar tar.gz tar.bz2 tar.xz tar.zst; do
    [[ $sysroot = bookworm || $kind = tar.zst ]] || continue
    XZ_OPT=-0 tar -C root --sparse -caf "root.$kind" .
    mv "root.$kind" archive # told by its content
    rm -rf made
    quietly aarch64-jetson sysroot make -q archive made
    good made
done
runs c clang
[ -z "$(ls -A | grep partial)" ]
