#!/bin/bash
# JetPack 4 (Nano, TX2): headers of CUDA 10.2 were not to be had, so these are 11.8's whose cuda.h says 10.2. Clang then writes the PTX of
# 10.2 for Nano's GPU, which a newer ptxas reads; nvcc of another release is refused with the way out.
# matrix: clang=14,22
cuda=11.8
. "$(dirname "$0")/common.inc"
. "$e2e/cuda.inc"
sed 's/^#define CUDA_VERSION 11080$/#define CUDA_VERSION 10020/' "$target_directory/include/cuda.h" > cuda.h
mv cuda.h "$target_directory/include/cuda.h" # a file of its own: the cached one stays
settings 'module = "nano"'
"$manager" cuda setup --toolkit "$kit" > told
grep -q "clang $clang compiles CUDA for the board" told || fail "$(cat told)"

aarch64-jetson-clang++ -std=c++17 -v "$e2e/data/cuda/one.cu" -lcudart -o one 2> said
grep -q -- '+ptx65' said || fail "$(grep -o 'ptx[0-9]*' said)"
starts ./one
[ "$(gpus one)" = sm_53 ]

exits 1 aarch64-jetson-nvcc "$e2e/data/cuda/one.cu" -o other 2> error
grep -q 'nvcc 11.8.89 cannot compile for a sysroot with CUDA 10.2' error
grep -q 'or compile with aarch64-jetson-clang++ -x cuda' error
