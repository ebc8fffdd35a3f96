#!/bin/bash
# Disk images as they are published: compressed. What comes out is what comes out of the image itself, nothing else is
# left, and what cannot be used is refused before it fills the disk.
. "$(dirname "$0")/common.inc"
PATH=$PATH:/usr/sbin:/sbin

mkdir -p root/usr/lib root/usr/include
cp -a "$board"/usr/include/{stdio.h,net} root/usr/include
cp -a "$board"/usr/lib/os-release root/usr/lib
head -c 3M /dev/urandom > root/usr/lib/libbig.so
truncate -s 40M root/usr/lib/sparse
aarch64-jetson sysroot make -q root wanted
mke2fs -q -t ext4 -d root bare.img 80M 2> mke2fs.log
truncate -s 120M disk.img
printf 'label: gpt\nstart=2048, size=2048, name="esp"\nstart=4096, size=163840, name="APP"\n' | sfdisk -q disk.img
dd if=bare.img of=disk.img bs=1M seek=2 conv=notrunc,sparse status=none

gives() {
    rm -rf made
    quietly aarch64-jetson sysroot make -q "$1" made
    prints '' diff -r --no-dereference wanted made
}
xz -T2 -0 -k disk.img
zstd -q disk.img
zstd -q < disk.img > piped.zst # tells no size
gzip -1 -k disk.img
bzip2 -1 -k bare.img
echo notes > README
zip -q -1 disk.zip README disk.img
for packed in disk.img.xz disk.img.zst piped.zst disk.img.gz bare.img.bz2 disk.zip; do
    mv "$packed" packed # told by its content
    gives packed
    mv packed "$packed"
done
aarch64-jetson sysroot make --replace disk.img.xz made > report 2> progress
grep -q 'unpacking disk.img.xz: ' progress && grep -q 'reading disk.img.xz: ' progress || fail "$(cat progress)"
tar -C root -czf plain.tar.gz . # a tar inside stays a tar
gives plain.tar.gz

# refused PATTERN FILE [DEST]
refused() {
    exits 1 aarch64-jetson sysroot make -q "$2" "${3:-new}" 2> error
    grep -q "error: .*$1" error || fail "no '$1' but: $(cat error)"
    grep -q '^  fix: ' error || fail "no advice: $(cat error)"
    [ ! -e "${3:-new}" ] && [ -z "$(find . -name '.*' -not -name .)" ] || fail "left behind: $(find . -name '.*')"
}
for packed in disk.img.xz disk.img.zst disk.img.gz disk.zip; do
    head -c $(($(stat -c %s $packed) - 20000)) $packed > cut
    refused 'damaged or was cut off: cut\|neither' cut
done
img2simg disk.img sparse.img
refused 'a sparse Android image' sparse.img
grep -q 'simg2img sparse.img' error
xz -0 -k sparse.img
refused 'a sparse Android image' sparse.img.xz
grep -q 'simg2img' error
zip -q -1 two.zip disk.img bare.img
refused 'several disk images in two.zip' two.zip

# Room is looked for first where the size is told, else found missing on the way.
mkdir small
mount -t tmpfs -o size=2M none small || skip "needs root for a small disk"
# shellcheck disable=SC2154 # set by the trap itself
trap 'code=$?; set +eE; umount small; (exit $code); on_exit' EXIT
for packed in disk.img.xz disk.img.zst disk.zip; do
    refused "no room to unpack $packed: it needs 120 MB, and there are [12] MB" $packed small/made
done
for packed in piped.zst disk.img.gz bare.img.bz2; do
    refused 'No space left' $packed small/made
done
[ -z "$(ls -A small)" ] || fail "left: $(ls -A small)"

# Killed while it unpacks: nothing is left, and the next run needs no help.
for delay in 0.02 0.05 0.1 0.2; do
    aarch64-jetson sysroot make -q disk.img.xz new &
    sleep $delay
    kill -9 $! 2> /dev/null || true
    wait $! 2> /dev/null || true
    [ "$(du -sm .new.partial 2> /dev/null | cut -f1)" -lt 10 ] 2> /dev/null || [ ! -e .new.partial ]
    [ -z "$(find . -name '.aarch64-jetson.*')" ]
    [ ! -e new ] || break
done
rm -rf new
gives disk.img.xz
