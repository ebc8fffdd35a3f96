#!/bin/bash
# aarch64-jetson-nvcc in every way that builds use it: objects, relocatable device code and its link, libraries, -ptx, -cubin,
# -MD, --threads. By its own name, and as the view's bin/nvcc by path and on PATH.
# matrix: cuda=13.0,11.8
[ "${cuda:=13.0}" = 13.0 ] || clang=14
. "$(dirname "$0")/common.inc"
. "$e2e/cuda.inc"
set_up
cp "$e2e"/data/cuda/* .

quietly aarch64-jetson-nvcc -std=c++17 -MD -MF one.d -o one one.cu
starts ./one
[ "$(gpus one)" = "$gpu" ]
grep -q "one.cu" one.d

# Relocatable device code: by nvcc, and with the link by our clang++.
quietly "$view/bin/nvcc" --threads 2 -dc add.cu more.cu
PATH=$view/bin:$PATH nvcc -dlink add.o more.o -o device.o
libraries=(-lcudadevrt -lcudart_static)
quietly aarch64-jetson-clang++ main.cc add.o more.o device.o "${libraries[@]}" -o by-clang
starts ./by-clang
[ "$(gpus by-clang)" = "$gpu" ]

quietly aarch64-jetson-nvcc -rdc=true -shared -Xcompiler -fPIC add.cu more.cu -o libadd.so
quietly aarch64-jetson-clang++ main.cc -L. -ladd -o with-shared
starts ./with-shared
[ "$(elf libadd.so runpath)" = "" ]
quietly aarch64-jetson-nvcc -rdc=true -lib add.o more.o -o libadd.a
quietly aarch64-jetson-nvcc main.cc libadd.a -o with-static
starts ./with-static

aarch64-jetson-nvcc -ptx more.cu -o more.ptx
grep -q "^.target $gpu" more.ptx
# The user's architecture wins: it is the only one.
other=sm_87
aarch64-jetson-nvcc -gencode arch=compute_87,code=sm_87 -cubin more.cu -o more.cubin
[ "$(gpus more.cubin)" = $other ] || [ "$(elf more.cubin machine)" = "NVIDIA CUDA architecture" ]
NVCC_APPEND_FLAGS="-arch=$other" aarch64-jetson-nvcc -c more.cu -o other.o
[ "$(gpus other.o)" = $other ]
echo "-arch=$other" > options
aarch64-jetson-nvcc -optf options -c more.cu -o other.o
[ "$(gpus other.o)" = $other ]

# Questions need no architecture and no host compiler; and what nvcc says of a mistake arrives.
shows 'Cuda compilation tools' aarch64-jetson-nvcc --version
echo 'int x = "";' > wrong.cu
if aarch64-jetson-nvcc -c wrong.cu 2> error; then fail "no error"; fi
grep -q 'wrong.cu(1): error' error
