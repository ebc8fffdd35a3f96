#!/bin/bash
# Disk images, made by the real mke2fs and sfdisk: what comes out is what comes out of the directory. No mount, no root.
# matrix: clang=19
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"
PATH=$PATH:/usr/sbin:/sbin

cp -a "$board" root
truncate -s 300M root/usr/lib/sparse
printf 'x' | dd of=root/usr/lib/sparse bs=1 seek=100M conv=notrunc status=none
mkdir -p root/usr/bin root/home
echo left > root/usr/bin/tool
ln root/usr/bin/tool root/usr/lib/other-name
ln root/usr/lib/other-name root/usr/lib/third-name
mkfifo root/usr/lib/pipe
ln -s "$(printf '../include/%070d' 7)" root/usr/lib/long # longer than an inode holds
: > "root/usr/include/$(printf '%070d' 7)"
aarch64-jetson sysroot make -q root wanted

mke2fs -q -t ext4 -d root bare.img 900M
# image FILE NAME…: partitions of these names, the file system in the last.
image() {
    local file=$1 name start=2048
    shift
    truncate -s 1G "$file"
    for name in "${@:1:$#-1}"; do
        echo "start=$start, size=2048, name=\"$name\"" && start=$((start + 2048))
    done > table
    echo "start=$start, size=$((900 * 2048)), name=\"${*: -1}\"" >> table
    { echo 'label: gpt'; cat table; } | sfdisk -q "$file"
    dd if=bare.img of="$file" bs=1M seek=$((start / 2048)) conv=notrunc,sparse status=none
}
# gives FILE: the sysroot made of it is the one made of the directory.
gives() {
    rm -rf made
    quietly aarch64-jetson sysroot make -q "$1" made
    prints '' diff -r --no-dereference wanted made
    [ "$(stat -c %s made/usr/lib/sparse)" = $((300 << 20)) ] && [ "$(stat -c %b made/usr/lib/sparse)" -lt 2048 ]
    [ made/usr/lib/other-name -ef made/usr/lib/third-name ]
    for file in usr/include/stdio.h usr/lib/os-release; do
        [ "$(stat -c '%y %a' "made/$file")" = "$(stat -c '%y %a' "root/$file")" ]
    done
}
gives bare.img
image disk.img esp recovery APP
gives disk.img
dd if=/dev/zero of=disk.img bs=512 seek=1 count=1 conv=notrunc status=none # the table's copy at the end serves
gives disk.img
echo 'int main(void) { return 7; }' | JETSON_SYSROOT=$PWD/made aarch64-jetson-clang -x c - -o main
exits 7 qemu-aarch64-static -L made ./main
image second.img esp APP_b
gives second.img

# refused PATTERN FILE
refused() {
    rm -rf made
    exits 1 aarch64-jetson sysroot make -q "$2" made 2> error
    grep -q "error: .*$1" error || fail "no '$1' but: $(cat error)"
    [ ! -e made ] && [ ! -e .made.partial ] || fail "left behind"
}
image other.img esp rootfs
refused 'no partition named APP in other.img, but esp, rootfs' other.img
for size in 2M 100M 899M; do
    cp --sparse=always second.img cut.img && truncate -s $size cut.img
    refused 'cut off' cut.img
    cp --sparse=always bare.img cut.img && truncate -s $size cut.img
    refused 'cut off' cut.img
done
block=$(debugfs -R 'blocks /usr/include' bare.img 2> /dev/null | cut -d' ' -f1)
dd if=/dev/urandom of=bare.img bs="$(dumpe2fs -h bare.img 2> /dev/null | awk '/^Block size/ { print $3 }')" seek="$block" count=1 conv=notrunc status=none
refused 'damaged' bare.img
printf 'LUKS\xba\xbe' > luks.img && truncate -s 1M luks.img
refused 'encrypted' luks.img
