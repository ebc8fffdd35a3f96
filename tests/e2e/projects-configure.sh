#!/bin/bash
# x264 by its own hand-written configure, told the prefix of the tools. It makes the same film with NEON assembler and
# without.
. "$(dirname "$0")/common.inc"

cp -a "$(source_of x264)" source
cd source
./configure --host=aarch64-linux-gnu --cross-prefix=aarch64-jetson- --bit-depth=8 --enable-pic \
    --disable-opencl --disable-avs --disable-swscale --disable-lavf --disable-ffms --disable-gpac --disable-lsmash | tee configured
grep -q '^asm: *yes' configured
make -j2 x264
[ "$(elf x264 type machine)" = "DYN AArch64" ]
# Four pictures of noise.
cat encoder/*.c > noise.yuv
truncate -s $((64 * 48 * 3 / 2 * 4)) noise.yuv
run_on_board ./x264 --quiet --threads 1 --input-res 64x48 -o neon.264 noise.yuv
run_on_board ./x264 --quiet --threads 1 --no-asm --input-res 64x48 -o c.264 noise.yuv
[ "$(head -c 4 neon.264 | od -An -tx1)" = " 00 00 00 01" ]
# Their header, some 700 bytes, tells the options; the film itself is the same.
[ "$(stat -c %s c.264)" -gt 6000 ]
cmp <(tail -c 4096 neon.264) <(tail -c 4096 c.264)
