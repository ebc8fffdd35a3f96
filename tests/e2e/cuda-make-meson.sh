#!/bin/bash
# make by NVCC= alone and by the emitted exports, and Meson with the emitted cross file.
cuda=13.0
. "$(dirname "$0")/common.inc"
. "$e2e/cuda.inc"
set_up
cp "$e2e"/data/cuda/* .
cat > Makefile <<'MAKE'
NVCC ?= nvcc
main: main.o add.o more.o
	$(NVCC) -o $@ $^
%.o: %.cu
	$(NVCC) -dc -o $@ $<
%.o: %.cc
	$(CXX) -c -o $@ $<
clean:
	rm -f *.o main
MAKE
make CROSS_COMPILE=aarch64-jetson- CXX=aarch64-jetson-clang++ NVCC=aarch64-jetson-nvcc
starts ./main
[ "$(gpus main)" = "$gpu" ]
# The exports hold all of it; nvcc is found on PATH, too.
make clean
(eval "$("$manager" emit env)" && [ "$(command -v nvcc)" = "$view/bin/nvcc" ] && [ "$CUDA_PATH" = "$view" ] && make)
starts ./main

"$manager" emit meson > cross.ini
grep -qF "cuda = '$view/bin/nvcc'" cross.ini
cat > meson.build <<'MESON'
project('one', 'cpp', 'cuda')
executable('one', 'one.cu', override_options : ['cuda_std=c++17'])
MESON
meson setup build --cross-file cross.ini
ninja -C build
starts build/one
[ "$(gpus build/one)" = "$gpu" ]
