#!/bin/bash
# tests/examples/cuda: a Rust program with a kernel and a C++ part that uses OpenCV. Once `cuda setup` and `emit cargo --write` have
# run, plain `cargo build` builds it.
cuda=13.0
sysroot=bookworm-full
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
. "$e2e/cuda.inc"
set_up
cp -r "$e2e/../examples/cuda" project
cd project
fetch_crates
"$manager" emit cargo --write > told 2> notes
quietly cargo build --target "$target"
program=target/$target/debug/cuda
[ "$(elf $program machine)" = AArch64 ]
[ "$(gpus $program)" = sm_110 ]
shows "^OpenCV made an image of 64 x 48, mean 100$" run_cuda $program
shows "^CUDA: $insufficient$" run_cuda $program
