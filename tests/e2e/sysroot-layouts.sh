#!/bin/bash
# Root filesystems as NVIDIA lays them out (names from shared/design/jetson.md), unpacked but never configured or booted:
# what the board would have made is made, told, and links.
. "$(dirname "$0")/common.inc"

# library FILE FUNCTION: a real shared object of the board, its soname the file's name up to the first number.
library() {
    local name
    name=$(basename "$1")
    mkdir -p "$(dirname "$1")"
    echo "int $2(void) { return 7; }" | aarch64-jetson-clang -shared -fPIC -Wl,-soname,"$name" -x c - -o "$1"
}
lib=usr/lib/aarch64-linux-gnu

# layout NAME CUDA TARGET: a root filesystem with a CUDA of that version.
layout() {
    cp -a "$board" "$1"
    library "$1/usr/local/cuda-$2/targets/$3/lib/libcudart.so" cudaInit
    mkdir -p "$1/usr/local/cuda-$2/targets/$3/include" "$1/usr/include/aarch64-linux-gnu"
    echo '#define CUDA 1' > "$1/usr/local/cuda-$2/targets/$3/include/cuda.h"
}

# links NAME LIBRARY…
links() {
    local name=$1
    shift
    aarch64-jetson sysroot make "$name" "$name-made" > "$name-report"
    echo 'int main(void) { return 0; }' |
        JETSON_SYSROOT=$PWD/$name-made aarch64-jetson-clang -x c - -Wl,--no-as-needed "${@/#/-l}" -o "$name-main"
    [ "$(readlink -f "$name-made/usr/local/cuda/lib64")" = "$(readlink -f "$name-made"/usr/local/cuda-*.*/targets/*/lib)" ]
}

layout r32 10.2 aarch64-linux # /lib is a directory of its own
rm r32/lib
mkdir -p r32/lib/aarch64-linux-gnu
mv "r32/$lib"/libm.so.6 r32/lib/aarch64-linux-gnu
ln -sfn /lib/aarch64-linux-gnu/libm.so.6 "r32/$lib/libm.so"
ln -s ../usr/lib/aarch64-linux-gnu/ld-linux-aarch64.so.1 r32/lib/ld-linux-aarch64.so.1
sed -i 's,/lib/aarch64-linux-gnu/libc.so.6,/usr/lib/aarch64-linux-gnu/libc.so.6,' "r32/$lib/libc.so"
library "r32/$lib/tegra/libcuda.so" cuInit
library "r32/$lib/tegra/libnvbuf_fdmap.so.1.0.0" fdmap
library "r32/$lib/libcudnn.so.8" cudnn
echo '#define V8 1' > r32/usr/include/cudnn_v8.h
links r32 m cuda cudart cudnn nvbuf_fdmap
[[ " $(elf r32-main needed) " = *" libm.so.6 "* ]] || fail "libm is linked statically"
[ "$(readlink "r32-made/$lib/libm.so")" = ../../../lib/aarch64-linux-gnu/libm.so.6 ]
[ "$(readlink r32-made/usr/include/cudnn.h)" = cudnn_v8.h ]

layout r36 12.6 aarch64-linux
library "r36/$lib/nvidia/libcuda.so" cuInit
ln -s nvidia "r36/$lib/tegra"
library "r36/$lib/nvidia/libnvbuf_fdmap.so.1.0.0" fdmap
library "r36/$lib/libcudnn_ops.so.9" cudnn
library "r36/$lib/lapack/liblapack.so.3" lapack
library "r36/$lib/blas/libblas.so.3" blas
library "r36/$lib/libopencv_core.so.4.8.0" opencv
ln -s libopencv_core.so.408 "r36/$lib/libopencv_core.so" # as NVIDIA's libopencv-dev leaves it
echo '#define V9 1' > r36/usr/include/aarch64-linux-gnu/cudnn_ops_v9.h
links r36 cuda cudart cudnn_ops nvbuf_fdmap opencv_core
[ "$(readlink "r36-made/$lib/liblapack.so.3")" = lapack/liblapack.so.3 ] || [ -e "r36-made/$lib/liblapack.so.3" ]
[ -e "r36-made/$lib/libblas.so.3" ]
[ -e r36-made/usr/include/aarch64-linux-gnu/cudnn_ops.h ]
grep -q '/usr/local/cuda was missing' r36-report
grep -q 'libopencv_core.so led nowhere (libopencv_core.so.408)' r36-report

layout r39 13.2 sbsa-linux
library r39/opt/nvidia/l4t-gpu-libs/openrm/libcuda.so cuInit
library r39/opt/nvidia/l4t-gpu-libs/openrm/libcuda.so.1 cuInit
library r39/opt/nvidia/l4t-gpu-libs/nvgpu/libcuda.so.1 cuInit
links r39 cuda cudart
[ "$(readlink -f "r39-made/$lib/libcuda.so.1")" = "$(readlink -f r39-made)/opt/nvidia/l4t-gpu-libs/openrm/libcuda.so.1" ]
grep -q 'libcuda.so.1 was missing .*openrm' r39-report

# What was made is right: a second run finds nothing to mend.
aarch64-jetson sysroot make r36-made again > again-report
! grep -q 'was missing\|led nowhere\|made relative\|removed' again-report || fail "$(cat again-report)"
prints '' diff -r --no-dereference r36-made again
