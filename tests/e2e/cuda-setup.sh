#!/bin/bash
# `cuda setup`: finds the toolkit that fits, by every way it may be named; joins it with the sysroot's CUDA; says what does not
# belong together; makes the view anew when something changes, and replaces nothing that is not its own.
. "$(dirname "$0")/common.inc"
cuda=13.0
. "$e2e/cuda.inc"
lists() { aarch64-jetson cuda setup "$@" > list || fail "exit code $?: $(cat list)"; }
kit_is() { grep -qxF "toolkit = $1" "$view/aarch64-jetson.view" || fail "$(cat "$view/aarch64-jetson.view")"; }
refuses() {
    local sentence=$1
    shift
    exits 1 aarch64-jetson cuda setup "$@" 2> error
    grep -qF "$sentence" error || fail "$(cat error)"
}

exits 1 aarch64-jetson-nvcc --version 2> error
grep -qF 'run `aarch64-jetson cuda setup`' error
if [ ! -e /usr/local/cuda ] && [ ! -e /usr/lib/nvidia-cuda-toolkit ]; then
    refuses 'aarch64-jetson cuda fetch 13.0 FOLDER'
fi
refuses 'there is no CUDA toolkit in /nowhere' --toolkit /nowhere

# Of several the one of the sysroot's release, and Debian's when it is named.
export CUDA_PATH=$TESTS_BUILD/cuda/toolkit-11.8 PATH=$kit/bin:$PATH
lists
kit_is "$kit"
grep -q "nvcc 13.0.88 compiles for the board, with clang $clang as host compiler" list
[ "$(readlink -f "$view/bin/ptxas")" = "$kit/bin/ptxas" ]
[ "$(readlink -f "$view/lib64")" = "$target_directory/lib" ]
for name in aarch64-linux sbsa-linux; do [ "$view/targets/$name/include/cuda.h" -ef "$target_directory/include/cuda.h" ]; done
[ -z "$(find "$view" -xtype l)" ]
shows '^ok  *cuda  *nvcc 13.0.88 compiles for the board' aarch64-jetson doctor
# Neither nvcc nor clang could build with those two, and then that is the answer.
exits 1 aarch64-jetson cuda setup --toolkit "$CUDA_PATH" > list
kit_is "$CUDA_PATH/usr/lib/nvidia-cuda-toolkit"
grep -q 'warning.*the toolkit 11.8.89 and the sysroot.s CUDA 13.0 are not of one release' list
exits 1 aarch64-jetson-nvcc -c x.cu 2> error
grep -q 'nvcc 11.8.89 cannot compile for a sysroot with CUDA 13.0' error

# The settings name toolkit and view; a view that is no longer true says so.
settings "cuda_toolkit = \"$kit\"" 'cuda_view = "mine"'
lists
view=$scratch/mine
kit_is "$kit"
cp -al "$board" other
JETSON_SYSROOT=$scratch/other exits 1 aarch64-jetson-nvcc -c x.cu 2> error
grep -q "the CUDA view was made for the sysroot $board, and this call is for $scratch/other" error
JETSON_SYSROOT=$scratch/other lists
JETSON_SYSROOT=$scratch/other quietly aarch64-jetson-nvcc -E -x cu /dev/null -o /dev/null
rm -r other/usr/local/cuda-13.0
JETSON_SYSROOT=$scratch/other exits 1 aarch64-jetson-nvcc -c x.cu 2> error
grep -q 'the sysroot has no CUDA any more where it had it' error
JETSON_SYSROOT=$scratch/other refuses 'the sysroot has no CUDA'
[ -e "$view/bin/nvcc" ] # the former stays

# A board that has the runtime without nvcc: what is nvcc's comes from this machine.
cp -al "$TESTS_BUILD/cuda/board-13.0/." other
include=other/usr/local/cuda-13.0/targets/sbsa-linux/include
rm -r "$include/crt" "$include/fatbinary_section.h"
JETSON_SYSROOT=$scratch/other lists
[ "$view/include/crt" -ef "$kit/include/crt" ]
[ "$view/include/cuda.h" -ef "$include/cuda.h" ]
cp "$e2e/data/cuda/more.cu" .
JETSON_SYSROOT=$scratch/other quietly aarch64-jetson-nvcc -c more.cu

# `init` makes the view where both are there; where the toolkit is missing it says so, and the settings are written all the same.
export XDG_CONFIG_HOME=$scratch/config
(unset AARCH64_JETSON_CONFIG && CUDA_PATH=$kit "$manager" init --module thor --sysroot "$board" > told)
grep -q "^cuda: made $scratch/config/aarch64-jetson/aarch64-jetson-cuda$" told
[ -x config/aarch64-jetson/aarch64-jetson-cuda/bin/nvcc ]
(unset AARCH64_JETSON_CONFIG && quietly aarch64-jetson-nvcc -c more.cu -o init.o)
rm -r config
(unset AARCH64_JETSON_CONFIG CUDA_PATH && PATH=$tools:/usr/bin:/bin "$manager" init --module thor --sysroot "$board" > told)
grep -q '^note: CUDA is not set up: .*; ' told
[ -e config/aarch64-jetson/aarch64-jetson.toml ] && [ ! -e config/aarch64-jetson/aarch64-jetson-cuda ]

# Nothing that is not a view is replaced, and a board's own toolkit does not run here.
mkdir precious
touch precious/file
settings 'cuda_view = "precious"'
refuses 'this is no view of ours' --toolkit "$kit"
[ -e precious/file ]
mkdir -p arm/bin
aarch64-jetson-clang -x c - -o arm/bin/nvcc <<< 'int main(void) { return 0; }'
cp arm/bin/nvcc arm/bin/ptxas
settings
command -v qemu-aarch64 > /dev/null && [ -e /proc/sys/fs/binfmt_misc/qemu-aarch64 ] || refuses 'nvcc does not run here' --toolkit arm
[ -z "$(ls -A | grep partial)" ]
