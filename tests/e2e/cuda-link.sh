#!/bin/bash
# A board as JetPack installs CUDA, cuDNN and TensorRT: libraries behind alternatives, the driver apart, its stub in CUDA's folder. What
# `sysroot make` makes of it links -lcuda -lcudart -lcudnn -lnvinfer -lcublas, by clang, nvcc and cargo, and `sysroot check` tries each
# and says what one lacks. libcudart is NVIDIA's; the others (cuDNN alone is 576 MB) have their names, sonames and needs.
# matrix: cuda=13.0,11.8
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
. "$e2e/cuda.inc"
. "$e2e/findings.inc"
case $cuda in
    13.0) driver=nvidia cublas=13 cublas_release=13.0.2 cudnn=9 cudnn_release=9.12.0 nvinfer=10 nvinfer_release=10.13.3 ;;
    11.8) driver=tegra cublas=11 cublas_release=11.11.3 cudnn=8 cudnn_release=8.6.0 nvinfer=8 nvinfer_release=8.5.2 ;;
esac
system=$board/usr/lib/aarch64-linux-gnu
libraries=$target_directory/lib

# library DIRECTORY NAME SONAME RELEASE FUNCTION [NEEDED…]: libNAME.so.RELEASE and its link of the loader's name. FUNCTION returns 1.
library() {
    local directory=$1 name=$2 soname=$3 release=$4
    mkdir -p "$directory"
    echo "int $5(void) { return 1; }" | "$tools/aarch64-jetson-clang" -shared -fPIC -nostdlib -Wl,--no-as-needed,-soname,"lib$name.so.$soname" \
        "${@:6}" -x c - -o "$directory/lib$name.so.$release"
    [ "$soname" = "$release" ] || ln -s "lib$name.so.$release" "$directory/lib$name.so.$soname"
}
library "$system/$driver" cuda 1 1.1 cuInit
ln -s libcuda.so.1.1 "$system/$driver/libcuda.so"
library "$libraries" cublasLt $cublas $cublas_release cublasLtCreate
library "$libraries" cublas $cublas $cublas_release cublasCreate_v2 "$libraries/libcublasLt.so.$cublas"
for name in cublasLt cublas; do ln -s "lib$name.so.$cublas" "$libraries/lib$name.so"; done
library "$system" cudnn $cudnn $cudnn_release cudnnGetVersion
ln -s /etc/alternatives/libcudnn_so "$system/libcudnn.so"
mkdir -p "$board/etc/alternatives"
ln -s "/usr/lib/aarch64-linux-gnu/libcudnn.so.$cudnn" "$board/etc/alternatives/libcudnn_so"
library "$system/$driver" nvdla_compiler 1 1 nvdla
library "$system" nvinfer $nvinfer $nvinfer_release getInferLibVersion "$system/libcudnn.so.$cudnn" "$libraries/libcublas.so.$cublas" "$system/$driver/libnvdla_compiler.so.1"
ln -s libnvinfer.so.$nvinfer_release "$system/libnvinfer.so"

"$tools/aarch64-jetson" sysroot make --quiet "$board" made
board=$scratch/made
target_directory=$board/usr/local/cuda-$cuda/targets/$target_name
settings "module = \"$module\""
cudart=$(basename "$(readlink -f "$target_directory/lib/libcudart.so")")
all=(cuda cudart cudnn nvinfer cublas)
check 0 made
for name in "${all[@]}"; do finds ok build "C with -l$name builds" ''; done

# loads FILE: all five are in it by the names that the board has, the driver and not its stub was linked, nothing leads to the stub.
loads() {
    local name
    for name in libcuda.so.1 "$cudart" libcudnn.so.$cudnn libnvinfer.so.$nvinfer libcublas.so.$cublas; do
        [[ " $(elf "$1" needed) " = *" $name "* ]] || fail "$1 does not load $name: $(elf "$1" needed)"
    done
    [ -z "$(elf "$1" runpath)" ] || fail "$1: $(elf "$1" runpath)"
    grep -qx "$board/usr/lib/aarch64-linux-gnu/$driver/libcuda.so.1.1" trace || fail "$(cat trace)"
    ! grep -q /stubs/ trace || fail "$(cat trace)"
}
run_all() { run_cuda -E LD_LIBRARY_PATH="/usr/local/cuda-$cuda/targets/$target_name/lib:/usr/lib/aarch64-linux-gnu/$driver:$PWD" "$@"; }

cat > five.h <<'C'
#include <cuda_runtime_api.h>
#ifdef __cplusplus
extern "C" {
#endif
int cuInit(unsigned), cudnnGetVersion(void), getInferLibVersion(void), cublasCreate_v2(void);
#ifdef __cplusplus
}
#endif
static int five(void) {
    int count;
    return cuInit(0) + cudnnGetVersion() + getInferLibVersion() + cublasCreate_v2() + (cudaGetDeviceCount(&count) == cudaErrorInsufficientDriver);
}
C
printf '#include "five.h"\n#include <iostream>\nint main() { std::cout << five() << std::endl; }\n' > main.cc
printf '#include "five.h"\nint all_five(void) { return five(); }\n' > five.c
trace() { "$@" -Wl,--trace | xargs -n1 readlink -m > trace; }
trace aarch64-jetson-clang++ main.cc "${all[@]/#/-l}" -o main
loads main
prints 5 run_all ./main
trace aarch64-jetson-clang -shared -fPIC five.c "${all[@]/#/-l}" -o libfive.so
loads libfive.so

aarch64-jetson cuda setup --quiet --toolkit "$kit"
cp main.cc main.cu
aarch64-jetson-nvcc -cudart shared main.cu "${all[@]/#/-l}" -o by-nvcc
loads by-nvcc
prints 5 run_all ./by-nvcc

mkdir -p five/.cargo five/src
cat > five/Cargo.toml <<'TOML'
[package]
name = "five"
version = "0.1.0"
edition = "2021"
TOML
cat > five/src/main.rs <<'RS'
#[link(name = "cuda")]
extern "C" { fn cuInit(flags: u32) -> i32; }
#[link(name = "cudart")]
extern "C" { fn cudaGetDeviceCount(count: *mut i32) -> i32; }
#[link(name = "cudnn")]
extern "C" { fn cudnnGetVersion() -> i32; }
#[link(name = "nvinfer")]
extern "C" { fn getInferLibVersion() -> i32; }
#[link(name = "cublas")]
extern "C" { fn cublasCreate_v2() -> i32; }
fn main() {
    let mut count = 0;
    println!("{}", unsafe { cuInit(0) + cudnnGetVersion() + getInferLibVersion() + cublasCreate_v2() + (cudaGetDeviceCount(&mut count) == 35) as i32 });
}
RS
CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-jetson-clang cargo build -q --target "$target" --manifest-path five/Cargo.toml
loads "five/target/$target/debug/five"
prints 5 run_all "five/target/$target/debug/five"

# A driver that is not installed: its stub serves for the link, and no run path leads to it.
mv "$board/usr/lib/aarch64-linux-gnu/$driver/libcuda.so" kept
aarch64-jetson-clang++ main.cc "${all[@]/#/-l}" -o with-stub
[ -z "$(elf with-stub runpath)" ]
[[ " $(elf with-stub needed) " = *" libcuda.so.1 "* ]]
mv kept "$board/usr/lib/aarch64-linux-gnu/$driver/libcuda.so"

# What one of them lacks is said of that one, with what to do.
rm "$board/usr/lib/aarch64-linux-gnu/libcudnn.so.$cudnn" "$target_directory/lib/libcublasLt.so.$cublas"
rm "$target_directory/lib/libcudart.so" && : > "$target_directory/lib/libcudart.so"
check 1 made
finds problem dangling-link libcudnn.so 'remove the link'
finds warning needed "libcublasLt.so.$cublas is needed by libcublas.so.$cublas" 'install its package'
finds problem empty-library libcudart.so 'fetch it again'
finds problem build 'C with -lcudart does not build' ''
finds ok build 'C with -lnvinfer builds' ''
