#!/bin/bash
# CUDA on Windows, in wine: NVIDIA's toolkit for it as pip lays out its wheels, and the view without links; clang compiles and links a
# kernel by ptxas.exe and fatbinary.exe, and the program starts on the board. nvcc, which compiles for Windows alone there, and fetching,
# for which there is no Python that one could count on, are refused with what to do instead.
. "$(dirname "$0")/common.inc"
cuda=13.0
. "$e2e/cuda.inc"
. "$e2e/windows.inc"
kit=$windows/cuda
[ -d "$kit" ] || skip "no CUDA for Windows (tests/prepare/windows.sh)"
# ours WORD…: what it writes is in `told`.
ours() { wine64 aarch64-jetson.exe "$@" > told 2>&1; }

# LLVM as it is installed there, zig's behind it, which leaves out the headers that clang has for CUDA.
mkdir -p LLVM/bin LLVM/lib/clang/22
for program in clang ld.lld; do cp "$helpers/zig_clang.exe" "LLVM/bin/$program.exe"; done
to_windows "$windows/zig/zig.exe" > LLVM/bin/zig.txt
ln -s "$kit/clang/include" LLVM/lib/clang/22
printf '%s\n' "sysroot = 'Z:$board'" "resource_dir = 'Z:$scratch/LLVM/lib/clang/22'" "cuda_view = 'Z:$scratch/view größe'" 'module = "thor"' \
    '[programs]' "clang = 'Z:$scratch/LLVM/bin/clang.exe'" > windows.toml
AARCH64_JETSON_CONFIG=$(to_windows "$scratch/windows.toml")

ours cuda setup --toolkit "$(to_windows "$kit")" || fail "$(cat told)"
grep -q '^ok .*clang 22 compiles CUDA for the board' told && ! grep -q 'nvcc' told || fail "$(cat told)"
view='view größe'
[ -z "$(find "$view" -type l)" ]
cmp "$view/bin/ptxas.exe" "$kit/nvidia/cu13/bin/ptxas.exe"
[ -f "$view/nvvm/libdevice/libdevice.10.bc" ] && [ -f "$view/lib/libcudart.so" ]
for name in aarch64-linux sbsa-linux; do cmp "$view/targets/$name/include/cuda.h" "$target_directory/include/cuda.h"; done
# No bytes are copied where a second name will do.
[ "$view/bin/ptxas.exe" -ef "$kit/nvidia/cu13/bin/ptxas.exe" ] && [ "$view/lib/libcudart_static.a" -ef "$target_directory/lib/libcudart_static.a" ]

printf '%s\n' '#include <cstdio>' '__global__ void set(int *x) { *x = 1; }' 'int main() {' '  int *d = nullptr;' '  cudaMalloc(&d, 4);' '  set<<<1, 1>>>(d);' \
    '  std::puts(cudaGetErrorString(cudaGetLastError()));' '}' > kernel.cu
wine64 aarch64-jetson-clang++.exe -Wno-unknown-cuda-version kernel.cu -lcudart -o kernel 2> error || fail "$(cat error)"
[ "$(gpus kernel)" = "$gpu" ]
chmod +x kernel
starts ./kernel

ours emit cmake || fail "$(cat told)"
grep -q 'CMAKE_CUDA_COMPILER.*aarch64-jetson-clang++.exe' told || fail "$(cat told)"
for nvcc in aarch64-jetson-nvcc.exe "$view/bin/nvcc.exe"; do
    exits 1 wine64 "$nvcc" -c kernel.cu 2> error
    grep -q "NVIDIA's nvcc for Windows compiles for Windows alone" error && grep -q 'fix: .*aarch64-jetson-clang++ -x cuda' error || fail "$(cat error)"
done
exits 1 wine64 aarch64-jetson.exe cuda fetch 13.0 fetched 2> error
grep -q 'py -m pip install --no-deps --target FOLDER nvidia-cuda-nvcc==13.0.88 nvidia-nvvm==13.0.88' error || fail "$(cat error)"
exits 1 wine64 aarch64-jetson.exe cuda fetch 12.6 fetched 2> error
grep -q "fix: .*install NVIDIA's CUDA 12.6 for Windows" error && [ ! -e fetched ] || fail "$(cat error)"

# The view is made again, and what it held a name of is still there.
ours cuda setup --toolkit "$(to_windows "$kit")" --quiet || fail "$(cat told)"
[ -s "$kit/nvidia/cu13/bin/ptxas.exe" ] && [ -s "$target_directory/lib/libcudart_static.a" ]
