#!/bin/bash
# make by NVCC= alone, and Meson with the tools in a cross file.
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
MAKE
make CROSS_COMPILE=aarch64-jetson- CXX=aarch64-jetson-clang++ NVCC=aarch64-jetson-nvcc
starts ./main
[ "$(gpus main)" = "$gpu" ]

cat > cross.ini <<MESON
[binaries]
c = 'aarch64-jetson-clang'
cpp = 'aarch64-jetson-clang++'
cuda = '$view/bin/nvcc'
ar = 'aarch64-jetson-ar'
strip = 'aarch64-jetson-strip'
exe_wrapper = ['qemu-aarch64-static', '-L', '$board']
[host_machine]
system = 'linux'
cpu_family = 'aarch64'
cpu = 'aarch64'
endian = 'little'
MESON
cat > meson.build <<'MESON'
project('one', 'cpp', 'cuda')
executable('one', 'one.cu', override_options : ['cuda_std=c++17'])
MESON
meson setup build --cross-file cross.ini
ninja -C build
starts build/one
[ "$(gpus build/one)" = "$gpu" ]
