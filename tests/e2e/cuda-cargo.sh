#!/bin/bash
# Crates with CUDA by what `emit cargo --write` writes: a kernel by the cc crate, PTX by bindgen_cuda, the runtime by cudarc in each of
# its ways. bindgen_cuda and cudarc ask `nvcc` of PATH, which the view's bin is for.
# matrix: way=loaded,linked,static
cuda=13.0
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
. "$e2e/cuda.inc"
set_up
cp -r "$e2e/data/cuda-crates" project
cd project
fetch_crates
"$manager" emit cargo --write > told 2> notes
grep -q "^CUDA_COMPUTE_CAP = \"110\"" .cargo/config.toml
grep -q "^CUDA_PATH = \"$view\"" .cargo/config.toml
export PATH=$view/bin:$PATH
if [ "${way:=loaded}" = static ]; then
    # cudarc also asks for a static C++ library, and rustc looks for that itself.
    gcc=("$board"/usr/lib/gcc/aarch64-linux-gnu/*)
    export RUSTFLAGS="-L native=${gcc[-1]}"
fi
cargo build --target "$target" --features "$way"
program=target/$target/debug/cuda-crates
[ "$(elf $program machine)" = AArch64 ]
[ "$(gpus $program)" = sm_110 ]
# 35: cudaErrorInsufficientDriver
prints "ptx sm_110
kernel launched by C++: error 35
cudarc: error 35" run_cuda $program
# The driver is on a board only: such a program is linked by the stub, or loads it.
driver=target/$target/debug/driver
needed=" $(elf $driver needed) "
[ $way = loaded ] || [[ $needed = *" libcuda.so.1 "* ]] || fail "$driver needs $needed"
[[ $(elf $driver runpath) != *stubs* ]]
