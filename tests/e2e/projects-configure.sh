#!/bin/bash
# x264 by its own hand-written configure, told the prefix of the tools; NEON assembler. Its checkasm compares the
# assembler with C, and the encoder writes a film of noise.
. "$(dirname "$0")/common.inc"

cp -a "$(source_of x264)" source
cd source
./configure --host=aarch64-linux-gnu --cross-prefix=aarch64-jetson- --bit-depth=8 --enable-pic \
    --disable-avs --disable-swscale --disable-lavf --disable-ffms --disable-gpac --disable-lsmash | tee output
grep -q '^asm: *yes' output
make -j2 x264
[ "$(elf x264 type machine)" = "DYN AArch64" ]
head -c $((64 * 48 * 3 / 2 * 4)) /dev/urandom > noise.yuv
run_on_board ./x264 --quiet --input-res 64x48 -o noise.264 noise.yuv
[ "$(head -c 4 noise.264 | od -An -tx1)" = " 00 00 00 01" ]
