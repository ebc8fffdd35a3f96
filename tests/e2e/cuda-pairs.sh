#!/bin/bash
# Each nvcc with each clang as host compiler: what the pair needs is added, and a call without an own -std works with all.
# And clang as the CUDA compiler, where it can; where not, it is said in one sentence.
# matrix: cuda=13.0,11.8 clang=14,16,19,22
# matrix: cuda=12.6 clang=14,22
. "$(dirname "$0")/common.inc"
. "$e2e/cuda.inc"
set_up
sed 's/const std::optional<cudaError_t> error/const cudaError_t error[1]/; s/= cudaMalloc\(.*\);/= {cudaMalloc\1};/; s/if constexpr/if/; s/<optional>/<cstddef>/; s/std::is_integral_v<T>/std::is_integral<T>::value/' \
    "$e2e/data/cuda/one.cu" > plain.cu
quietly aarch64-jetson-nvcc plain.cu -o plain
starts ./plain
[ "$(gpus plain)" = "$gpu" ]

if [ "$cuda/$clang" = 13.0/22 ]; then
    # clang says that it knows CUDA 13 in part, and compiles for Thor all the same.
    aarch64-jetson-clang++ -std=c++17 -Wno-unknown-cuda-version "$e2e/data/cuda/one.cu" -lcudart -o by-clang
    starts ./by-clang
    [ "$(gpus by-clang)" = sm_110 ]
    # It includes a header of cuRAND's, which not every sysroot has; nvcc does without.
    rm "$target_directory/include/curand_mtgp32_kernel.h"
    exits 1 aarch64-jetson-clang++ -c plain.cu 2> error
    grep -q "the sysroot's CUDA 13.0 has no headers of cuRAND, which clang includes in every .cu file" error
    grep -q 'libcurand-dev-13-0' error
    "$manager" cuda setup --toolkit "$kit" > told
    grep -q 'no headers of cuRAND' told || fail "$(cat told)"
    aarch64-jetson-nvcc -c plain.cu
    exit
elif [ "$cuda/$clang" = 12.6/22 ]; then
    # As compiler clang chooses its PTX by the headers, of which this older ptxas knows nothing.
    exits 1 aarch64-jetson-clang++ -c plain.cu 2> error
    grep -q 'ptxas 12.4.131 cannot read what clang 22 writes for CUDA 12.6' error
    exit
elif [ "$cuda" = 12.6 ]; then
    exits 1 aarch64-jetson-clang++ -c plain.cu 2> error
    grep -q "clang $clang cannot compile CUDA for this: CUDA 12 needs clang 16 or newer" error
    exit
elif [ "$cuda" = 13.0 ]; then
    exits 1 aarch64-jetson-clang++ -c plain.cu 2> error
    grep -q "clang $clang cannot compile CUDA for this: CUDA 13 needs clang 22 or newer" error
    exit
fi
# clang says that it knows CUDA 11.8 in part, which is so.
aarch64-jetson-clang++ -Wno-unknown-cuda-version plain.cu -lcudart -o by-clang 2> said
starts ./by-clang
[ "$(gpus by-clang)" = "$gpu" ]
[ "$(elf by-clang runpath)" = "" ]
# By the language named, and for the GPU that the user names.
cp "$e2e/data/cuda-crates/kernels/fill.cu" fill.cc
aarch64-jetson-clang++ -Wno-unknown-cuda-version -x cuda --cuda-gpu-arch=sm_62 -c fill.cc -o fill.o
[ "$(gpus fill.o)" = sm_62 ]
if [ "$clang" = 14 ]; then # Orin's GPU is newer
    settings 'module = "orin"'
    exits 1 aarch64-jetson-clang++ -c plain.cu 2> error
    grep -q 'clang 14 cannot compile CUDA for this: sm_87 needs clang 16 or newer' error
fi
