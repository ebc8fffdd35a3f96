#!/bin/bash
# Root filesystems as NVIDIA lays them out: what the board would have made is made, told, and links; C, C++ and Rust programs built with
# what is made run with its own libraries; and a check of it tells what it is.
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
. "$e2e/layouts.inc"
. "$e2e/findings.inc"

cat > main.cc <<'CC'
#include <iostream>
#include <stdexcept>
int main() {
    try { throw std::runtime_error("caught"); } catch (const std::exception &e) { std::cout << e.what() << '\n'; }
}
CC
cat > main.rs <<'RS'
fn main() {
    println!("{}", std::panic::catch_unwind(|| [1, 2, 3].iter().map(|n| n * 7).sum::<i32>()).unwrap());
}
RS

# runs NAME FUNCTION/LIBRARY…: makes a sysroot of the layout. Programs built with it run, with the functions from those libraries.
runs() {
    local name=$1 pair calls='' path
    shift
    aarch64-jetson sysroot make "$name" "$name-made" > "$name-report"
    export JETSON_SYSROOT=$PWD/$name-made
    for pair; do calls+=" + ${pair%/*}()"; done
    printf '#include <math.h>\n#include <stdio.h>\nint %s();\nint main(int argc, char **argv) { (void)argv; printf("%%d\\n", (int)cos(argc - 1.0) %s); return 0; }\n' \
        "$(IFS=,; echo "${*%/*}" | sed 's/,/(), /g')" "$calls" > main.c
    aarch64-jetson-clang main.c -lm "${@/#*\//-l}" -o "$name-c"
    aarch64-jetson-clang++ main.cc -o "$name-cxx"
    /usr/bin/rustc --target "$target" -C linker="$tools/aarch64-jetson-clang" main.rs -o "$name-rust"
    # The board's loader knows these from files that its first boot writes.
    path=/$lib/nvidia:/$lib/tegra:/usr/local/cuda/lib64
    prints $((1 + 7 * $#)) qemu-aarch64-static -L "$name-made" -E LD_LIBRARY_PATH="$path" "./$name-c"
    prints caught qemu-aarch64-static -L "$name-made" "./$name-cxx"
    prints 42 qemu-aarch64-static -L "$name-made" "./$name-rust"
    [[ " $(elf "$name-c" needed) " = *" libm.so.6 "* ]] || fail "libm is linked statically"
    [ "$(readlink -f "$name-made/usr/local/cuda/lib64")" = "$(readlink -f "$name-made"/usr/local/cuda-*.*/targets/*/lib)" ]
    check 0 "$name-made"
    lacks_faults
    finds ok build 'C with -lcuda builds' ''
    finds ok build 'C with -lcudart builds' ''
}

layout_r32
runs r32 cuInit/cuda cudaInit/cudart cudnn/cudnn fdmap/nvbuf_fdmap
[ "$(readlink "r32-made/$lib/libm.so")" = ../../../lib/aarch64-linux-gnu/libm.so.6 ]
[ "$(readlink r32-made/usr/include/cudnn.h)" = cudnn_v8.h ]
[ "$(version release) $(version cuda) $(version cudnn)" = '32.7.1 10.2 8.2.1' ]
finds ok release 'JetPack 4.6.1) for nano, tx1, tx2, xavier' ''
finds ok build 'C with -lcudnn builds' ''

layout_r35
runs r35 cuInit/cuda cudaInit/cudart surface/nvbufsurface nvinfer/nvinfer
[ "$(version release) $(version cuda) $(version tensorrt) $(version multimedia)" = '35.4.1 11.4 8.5.2 35.4.1' ]
finds ok release 'JetPack 5.1.2) for xavier, orin' ''
finds ok multimedia "$lib/tegra/libnvbufsurface.so" ''
finds ok build 'C with -lnvinfer builds' ''
# Without its first file the release is known by the package.
rm r35-made/etc/nv_tegra_release
check 0 r35-made
finds ok release 'JetPack 5.1.2' ''

layout_r36
runs r36 cuInit/cuda cudaInit/cudart cudnn/cudnn_ops fdmap/nvbuf_fdmap opencv/opencv_core
[ "$(readlink "r36-made/$lib/liblapack.so.3")" = lapack/liblapack.so.3 ] || [ -e "r36-made/$lib/liblapack.so.3" ]
[ -e "r36-made/$lib/libblas.so.3" ]
[ -e r36-made/usr/include/aarch64-linux-gnu/cudnn_ops.h ]
grep -q '/usr/local/cuda was missing' r36-report
grep -q 'libopencv_core.so led nowhere (libopencv_core.so.408)' r36-report
[ "$(version release) $(version cuda) $(version opencv) $(version vpi)" = '36.4.3 12.6 4.8.0 3.2.4' ]
finds ok release 'JetPack 6.2) for orin' ''
finds ok build 'C with -lopencv_core builds' ''

layout_r39
runs r39 cuInit/cuda cudaInit/cudart
[ "$(readlink -f "r39-made/$lib/libcuda.so.1")" = "$(readlink -f r39-made)/opt/nvidia/l4t-gpu-libs/openrm/libcuda.so.1" ]
grep -q 'libcuda.so.1 was missing .*openrm' r39-report
[ "$(version release) $(version cuda)" = '39.2.0 13.2' ]
finds ok release 'JetPack 7.2) for orin, thor' ''
finds ok cuda targets/sbsa-linux ''

# What was made is right: a second run finds nothing to mend.
aarch64-jetson sysroot make r36-made again > again-report
! grep -q 'was missing\|led nowhere\|made relative\|removed' again-report || fail "$(cat again-report)"
prints '' diff -r --no-dereference r36-made again

# As NVIDIA leaves it, unpacked: the check tells what `sysroot make` would mend.
check 1 r36
finds problem dangling-link 'libopencv_core.so leads nowhere (libopencv_core.so.408)' 'remove the link'
finds warning cuda '/usr/local/cuda is missing' 'sysroot make'
finds warning opencv 'OpenCV 4.8.0 has headers, but no libopencv_core.so' 'libopencv-dev'
export JETSON_SYSROOT=$PWD/r36
printf 'module = "nano"\n' > module.toml
AARCH64_JETSON_CONFIG=$PWD/module.toml check 1 r36
finds warning release 'module = "nano", and this release is for orin' 'correct the module'
