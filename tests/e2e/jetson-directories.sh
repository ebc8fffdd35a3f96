#!/bin/bash
# A board as NVIDIA lays it out (names from shared/design/jetson.md 3): CUDA behind JetPack's absolute links, driver
# libraries in tegra/ that have the same names as the system's, OpenCV in /opt. What is found where, by lld's own map.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

cp -a "$board" jetpack
board=$scratch/jetpack
settings 'rpath = ["/opt/app/lib"]'
system=$board/usr/lib/aarch64-linux-gnu
cuda=$board/usr/local/cuda-11.4/targets/aarch64-linux
mkdir -p "$system/tegra" "$cuda/lib/stubs" "$cuda/include" "$board"/opt/opencv-4.6/{include/opencv4,lib} "$board/etc/alternatives"
ln -s /etc/alternatives/cuda "$board/usr/local/cuda"
ln -s /usr/local/cuda-11.4 "$board/etc/alternatives/cuda"

# library FILE FUNCTION: a real shared object of the board.
library() {
    echo "int $2(void) { return 7; }" > source.c
    aarch64-jetson-clang -shared -fPIC -Wl,-soname,"$(basename "$1")" source.c -o "$1"
}
library "$system/libv4l2.so" v4l2
library "$system/tegra/libv4l2.so" v4l2
library "$system/tegra/libcuda.so" cuInit
library "$cuda/lib/stubs/libcuda.so" cuInit
library "$cuda/lib/stubs/libnvml.so" nvmlInit
library "$cuda/lib/libcudart.so" cudaInit
library "$board/opt/opencv-4.6/lib/libopencv_core.so" opencv
echo '#define CUDA_HEADER 1' > "$cuda/include/cuda.h"
echo '#error "shadows the C library"' > "$cuda/include/stdio.h"
echo '#define OPENCV_HEADER 1' > "$board/opt/opencv-4.6/include/opencv4/core.hpp"

cat > main.c <<'C'
#include <cuda.h>
#include <stdio.h>
#include <core.hpp>
int v4l2(void), cuInit(void), cudaInit(void), opencv(void), nvmlInit(void);
int main(void) {
    printf("%d\n", CUDA_HEADER + OPENCV_HEADER + v4l2() + cuInit() + cudaInit() + opencv() + nvmlInit());
    return 0;
}
C
aarch64-jetson-clang main.c -lv4l2 -lcuda -lcudart -lopencv_core -lnvml -Wl,--trace -o main | xargs -n1 readlink -m > trace
for library in usr/lib/aarch64-linux-gnu/libv4l2.so usr/lib/aarch64-linux-gnu/tegra/libcuda.so opt/opencv-4.6/lib/libopencv_core.so \
    usr/local/cuda-11.4/targets/aarch64-linux/lib/libcudart.so usr/local/cuda-11.4/targets/aarch64-linux/lib/stubs/libnvml.so; do
    grep -qxF "$board/$library" trace || fail "not linked: $library"$'\n'"$(cat trace)"
done
[ "$(grep -c '/libv4l2.so$\|/libcuda.so$' trace)" = 2 ]
# Only the settings' own directory becomes a run path: a stub at run time would fail every call.
[ "$(elf main runpath)" = /opt/app/lib ]

# A build that hard-codes the desktop's paths, and our ld by itself.
shows CUDA_HEADER aarch64-jetson-clang -nostdinc -I/usr/local/cuda/include -E -dM - <<< '#include <cuda.h>'
aarch64-jetson-clang -c main.c -o main.o
aarch64-jetson-ld -shared main.o -lv4l2 -lcuda -lcudart -lc --trace -o libmain.so | xargs -n1 readlink -m > trace
grep -qxF "$system/libv4l2.so" trace
grep -qxF "$system/tegra/libcuda.so" trace
