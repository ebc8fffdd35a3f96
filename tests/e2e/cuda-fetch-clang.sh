#!/bin/bash
# CUDA 12 without an installer: `cuda fetch` gets of it what clang needs, clang compiles for Orin, and NVIDIA's fatbinary of 13 serves
# in the place of 12's, which is in no package. There is no nvcc then, and that is said.
# matrix: clang=14,16,19
. "$(dirname "$0")/common.inc"
. "$e2e/cuda.inc"
export PIP_NO_INDEX=1 PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS="$TESTS_BUILD/cuda/wheels $TESTS_BUILD/cuda/wheels-12"
cp -al "$TESTS_BUILD/sysroots/$sysroot" fresh
aarch64-jetson cuda fetch 12.6 got --target fresh > told 2> progress
grep -q 'NVIDIA has no nvcc before 13.0 among the Python packages' progress
[ -z "$(find got fresh/usr/local -name '__init__.py' -o -name '.*partial')" ]

cuda=12.6 target_name=aarch64-linux board=$scratch/fresh
settings 'module = "orin"'
cp "$e2e/data/cuda/one.cu" .
if [ "$clang" = 14 ]; then
    exits 1 aarch64-jetson cuda setup --quiet --toolkit got > list
    exits 1 aarch64-jetson-clang++ -c one.cu 2> error
    grep -q 'fix:   name clang-16 or newer in programs.clang$' error
    exit
fi
aarch64-jetson cuda setup --quiet --toolkit got
aarch64-jetson-clang++ -std=c++17 -Wno-unknown-cuda-version one.cu -lcudart -o one
starts ./one
[ "$(gpus one)" = sm_87 ]
aarch64-jetson-clang++ -std=c++17 -Wno-unknown-cuda-version --cuda-gpu-arch=sm_72 --cuda-gpu-arch=sm_87 -c one.cu
[ "$(gpus one.o)" = 'sm_72 sm_87' ]

exits 1 aarch64-jetson-nvcc one.cu -o other 2> error
grep -q 'the toolkit 12.6.85 has no nvcc' error
