#!/bin/bash
# `cuda setup` where links cannot be made (here exFAT): the view holds copies, its nvcc among them knows who it is, and both nvcc and clang
# compile with it. Where the file system has hard links only, which is Windows: windows-cuda.sh.
. "$(dirname "$0")/common.inc"
cuda=11.8
. "$e2e/cuda.inc"
PATH=$PATH:/usr/sbin:/sbin
command -v mount.exfat-fuse > /dev/null || skip "no mount.exfat-fuse (exfat-fuse)"
[ -w /dev/fuse ] && [ -w /dev/loop-control ] || skip "no /dev/fuse, or no loop devices"

truncate -s 500M disk.img
mkfs.exfat disk.img &> mkfs.log
mkdir mounted
device=$(losetup --find --show disk.img)
# shellcheck disable=SC2154 # set by the trap itself
trap 'code=$?; set +eE; umount mounted; losetup --detach "$device"; (exit $code); on_exit' EXIT
mount.exfat-fuse "$device" mounted &> mount.log
! ln -s x mounted/x 2> /dev/null && ! ln mount.log mounted/y 2> /dev/null || fail "there are links on exFAT"

# A thousand files, which nothing here includes.
rm -r "$target_directory"/include/{thrust,cub,cuda}
# A link that leads round in a circle, and one that leads nowhere.
ln -s .. "$target_directory/lib/loop"
ln -s nowhere "$target_directory/lib/libgone.so"
view=$scratch/mounted/view
settings "module = \"$module\"" "cuda_view = \"$view\""
quietly set_up
cmp "$view/bin/ptxas" "$kit/usr/bin/ptxas"
cmp "$view/lib64/libcudart.so" "$target_directory/lib/libcudart.so"
for name in aarch64-linux sbsa-linux; do cmp "$view/targets/$name/include/cuda.h" "$target_directory/include/cuda.h"; done
[ ! -e "$view/lib/loop" ] && [ ! -e "$view/lib/libgone.so" ]
[ "$(ls -A mounted)" = view ] || fail "left behind: $(ls -A mounted)"

echo '__global__ void set(int *x) { *x = 1; }' > kernel.cu
quietly "$view/bin/nvcc" -std=c++17 -c kernel.cu -o by-nvcc.o
[ "$(gpus by-nvcc.o)" = "$gpu" ]
quietly aarch64-jetson-clang++ -c kernel.cu -o by-clang.o
[ "$(elf by-clang.o machine)" = AArch64 ] && [ "$(gpus by-clang.o)" = "$gpu" ]

# A tool of another release than ours is told, and made anew.
rm "$target_directory"/lib/{loop,libgone.so}
printf x | dd of="$view/bin/nvcc" bs=1 seek=$(($(stat -c %s "$view/bin/nvcc") - 1)) conv=notrunc status=none
shows 'the view holds our tools of another release' aarch64-jetson doctor
quietly set_up
cmp "$view/bin/nvcc" "$tools/aarch64-jetson-clang"
