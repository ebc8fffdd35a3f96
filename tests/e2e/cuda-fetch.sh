#!/bin/bash
# `cuda fetch`: nvcc for this machine and the board's runtime by pip, here from the wheels that are cached; they then compile.
# What cannot be fetched is said in one sentence, and nothing is left behind.
. "$(dirname "$0")/common.inc"
cuda=13.0
. "$e2e/cuda.inc"
refuses() {
    local code=$1 sentence=$2
    shift 2
    exits "$code" aarch64-jetson cuda fetch "$@" 2> error
    grep -qF "$sentence" error || fail "$(cat error)"
    [ "$(grep -c '^aarch64-jetson: error: ' error)" = 1 ]
    [ ! -e got ] || fail "something was left"
}

refuses 2 'is no CUDA release' thirteen got
refuses 1 'cuda-toolkit-11-4' 11.4 got
refuses 1 'nvidia-cuda-toolkit of Debian 12, which is 11.8' 11.4 got
refuses 1 'aarch64-jetson-clang++ -x cuda' 10.2 got
refuses 1 'there is no runtime 12.2 for the board' 12.2 got --target "$board"
refuses 1 'sysroot does not exist: /nowhere' 13.0 got --target /nowhere
refuses 1 'the sysroot has CUDA already' 13.0 got --target "$board"
mkdir none
for tool in grep wc; do ln -s "$(command -v $tool)" none; done
PATH=$tools:$PWD/none refuses 1 'install Python 3 and pip' 13.0 got

# Without network: nothing listens on that port.
closed=(PIP_INDEX_URL=http://127.0.0.1:9/simple PIP_CONFIG_FILE=/dev/null)
for release in 12.6 13.0; do
    exits 1 env "${closed[@]}" aarch64-jetson cuda fetch "$release" got 2> error
    grep -qF 'the registry of Python packages cannot be reached' error || fail "$(cat error)"
    [ -z "$(find . -name '*got*')" ] || fail "something was left"
done

# Only what is cached.
export PIP_NO_INDEX=1 PIP_FIND_LINKS=$TESTS_BUILD/cuda/wheels PIP_CONFIG_FILE=/dev/null
refuses 1 'there is no CUDA 13.9' 13.9 got
# A wheel that is not the one that was pinned.
mkdir forged
ln -s "$TESTS_BUILD"/cuda/wheels/* forged
wheel=$(cd forged && echo nvidia_cuda_crt-*x86_64.whl)
cp --remove-destination -L "forged/$wheel" x.whl && mv x.whl "forged/$wheel"
echo >> "forged/$wheel"
PIP_FIND_LINKS=$PWD/forged refuses 1 'a package is not the one that was pinned' 13.0 got

cp -al "$TESTS_BUILD/sysroots/$sysroot" fresh
aarch64-jetson cuda fetch 13.0 got --target fresh > told 2> progress
grep -q 'now run `aarch64-jetson cuda setup --toolkit got`' told
grep -q 'fetching nvcc 13.0' progress
refuses_existing() { exits 1 aarch64-jetson cuda fetch 13.0 got 2> error && grep -q 'got exists already' error; }
refuses_existing
board=$scratch/fresh
settings 'module = "thor"'
aarch64-jetson cuda setup --quiet --toolkit got
cp "$e2e/data/cuda/one.cu" .
quietly aarch64-jetson-nvcc one.cu -o one
starts ./one
[ "$(gpus one)" = sm_110 ]
[ -z "$(find . -name '.*partial')" ]
