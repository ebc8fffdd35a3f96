#!/bin/bash
# CUDA without NVIDIA's installer, into the tests' build folder under cuda/ (shared/design/cuda.md, 8):
#   wheels/                 nvcc 13.0 for this machine and the aarch64 runtime, as pip downloads them
#   wheels-12/              of CUDA 12.6 what clang needs, and its aarch64 runtime with cuRAND
#   toolkit-13.0/           those for this machine, laid out as NVIDIA's installer does
#   toolkit-11.8/, toolkit-12.4/   the nvidia-cuda-toolkit of Debian 12 and 13, unpacked; the latter runs on 12
#   board-13.0/, board-12.6/, board-11.8/   what CUDA is on a board: usr/local/cuda-X.Y, to be copied into a sysroot
#   cuobjdump, cmake/       NVIDIA's reader of cubins; the newest CMake
set -euo pipefail

tests=$(cd "$(dirname "$0")/.." && pwd)
cuda=${TESTS_BUILD:?the build folder of the tests}/cuda
[ ! -e "$cuda" ] || exit 0
part=$cuda.part
rm -rf "$part"
mkdir -p "$part/wheels"
cd "$part"

get() { /usr/bin/python3 -m pip download --quiet --no-deps --only-binary :all: --dest "$@"; }
board=(--platform manylinux2014_aarch64 --platform manylinux_2_17_aarch64 --python-version 3.12 --implementation py)
common=(nvidia-cuda-crt==13.0.88 nvidia-cuda-cccl==13.0.85)
get wheels nvidia-cuda-nvcc==13.0.88 nvidia-nvvm==13.0.88 "${common[@]}"
get wheels "${board[@]}" --platform manylinux_2_27_aarch64 nvidia-cuda-runtime==13.0.96 nvidia-curand==10.4.0.35 "${common[@]}"
get cu11 "${board[@]}" nvidia-cuda-runtime-cu11==11.8.89 nvidia-cuda-cccl-cu11==11.8.89.post1 nvidia-curand-cu11==10.3.0.86
get cu11 nvidia-cuda-nvcc-cu11==11.8.89
get wheels-12 nvidia-cuda-nvcc-cu12==12.6.85
get wheels-12 "${board[@]}" nvidia-cuda-runtime-cu12==12.6.77 nvidia-cuda-cccl-cu12==12.6.77 nvidia-curand-cu12==10.3.7.77
get dump nvidia-cuda-cuobjdump==13.2.86 # the oldest there is; it reads the cubins of both

# unpack FOLDER WHEEL…
unpack() {
    local folder=$1 wheel
    shift
    mkdir -p "$folder"
    for wheel; do unzip -qo "$wheel" -d "$folder"; done
}
unpack host wheels/*x86_64.whl
unpack dev wheels/*aarch64.whl
unpack dev11 cu11/*.whl
unpack dev12 wheels-12/*.whl
unpack dump dump/*.whl
mv host/nvidia/cu13 toolkit-13.0
chmod +x toolkit-13.0/bin/* toolkit-13.0/nvvm/bin/*
mv dump/nvidia/cu13/bin/cuobjdump .
chmod +x cuobjdump

# cuda VERSION TARGET: an empty usr/local/cuda-VERSION of a board, with the driver's stub, which no wheel holds.
cuda() {
    root=board-$1/usr/local/cuda-$1
    to=$root/targets/$2
    mkdir -p "$to/lib/stubs" "$to/include"
    ln -s "targets/$2/include" "$root/include"
    ln -s "targets/$2/lib" "$root/lib64"
    printf 'int %s(void) { return 100; }\n' cuInit cuDeviceGet cuDriverGetVersion cuDeviceGetCount cuDeviceGetName |
        clang-19 --target=aarch64-linux-gnu -shared -nostdlib -fuse-ld=lld -Wl,-soname,libcuda.so.1 -x c - -o "$to/lib/stubs/libcuda.so"
}
cuda 13.0 sbsa-linux
cp -R dev/nvidia/cu13/include/. "$to/include"
cp toolkit-13.0/include/fatbinary_section.h "$to/include"
cp dev/nvidia/cu13/lib/libcu* "$to/lib"
ln -s libcudart.so.13 "$to/lib/libcudart.so"

# The wheels of 11.8 and 12.6 hold no static runtime: the names CMake and nvcc link lead to the shared one.
clang-19 --target=aarch64-linux-gnu -x c -c /dev/null -o empty.o
for version in 11.8 12.6; do
    cuda $version aarch64-linux
    cp -R dev${version%.*}/nvidia/*/include/. "$to/include"
    library=$(basename dev${version%.*}/nvidia/cuda_runtime/lib/libcudart.so.1*)
    cp "dev${version%.*}/nvidia/cuda_runtime/lib/$library" "$to/lib"
    ln -s "$library" "$to/lib/libcudart.so"
    echo 'INPUT(libcudart.so)' > "$to/lib/libcudart_static.a"
    ar cr "$to/lib/libcudadevrt.a" empty.o
done

"$tests/prepare/debian.sh" "$part/toolkit-11.8" package nvidia-cuda-toolkit:amd64/bookworm
"$tests/prepare/debian.sh" "$part/toolkit-12.4" package nvidia-cuda-toolkit:amd64/trixie
/usr/bin/python3 -m venv cmake
cmake/bin/pip install --quiet --only-binary :all: cmake
rm -r host dev dev11 dev12 cu11 dump empty.o
# A venv knows its folder by its whole path.
sed -i "s|$part|$cuda|g" cmake/bin/*
mv "$part" "$cuda"
