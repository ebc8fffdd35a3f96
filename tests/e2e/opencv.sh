#!/bin/bash
# The OpenCV demo by plain cargo after `emit cargo --write`, run by qemu: the picture is checked by another reader. The old
# version, with all modules, needs libclang 14 for its generator; the newest, with those that the demo uses, takes 19 and asks
# CMake.
# matrix: crate=0.86.1,newest
# timeout: 900
case ${crate:=0.86.1} in
    newest) clang=19 ;;
    *) clang=14 ;;
esac
sysroot=bookworm-full
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
. "$e2e/emit.inc"

cp -r "$e2e/../examples/opencv" demo
[ "$crate" != newest ] || cp "$e2e"/data/opencv-newest/* demo/
cd demo
fetch_crates
"$manager" emit cargo --write
cargo build --locked --target "$target"
program=target/$target/debug/opencv-demo
[ "$(elf "$program" type machine)" = "DYN AArch64" ]

# Every library of the sysroot's OpenCV has its module, where all were wanted; for three the crate has no feature.
wanted_libraries=("$board"/usr/lib/aarch64-linux-gnu/libopencv_*.so)
[ "$crate" != newest ] || wanted_libraries=("$board"/usr/lib/aarch64-linux-gnu/libopencv_{core,img{codecs,proc},videoio}.so)
modules=$(cd target/"$target"/debug/build/opencv-*/out/opencv && echo *.rs)
for library in "${wanted_libraries[@]}"; do
    module=$(basename "${library#*libopencv_}" .so)
    case $module in datasets | dnn_objdetect | reg) continue ;; esac
    [[ " $modules " = *" $module.rs "* ]] || fail "the crate was built without $module"
done

cargo run --locked --target "$target" -- drawn.png > output
[ "$(head -n 1 output)" = "OpenCV 4.6.0" ]
grep -q '^General configuration for OpenCV 4.6.0' output
grep -q 'Baseline: *NEON' output
[ "$(tail -n 1 output)" = "wrote drawn.png and read it back: 160x120, difference 0" ]
python3 "$e2e/data/opencv/check_picture.py" drawn.png

# A name that OpenCV has no format for, and a folder that is not there.
says() {
    local wanted=$1
    shift
    exits 1 run_on_board "$program" "$@" 2> message
    grep -qF -- "$wanted" message || fail "it says: $(cat message)"
}
says "cannot write drawn.nothing" drawn.nothing
says "cannot write none/drawn.png: is its folder there" none/drawn.png

# No test machine has a camera, so what is promised here is what is said without one.
says "no camera at /dev/video-none" --camera /dev/video-none
says "/dev/null is no V4L2 camera that OpenCV can use" --camera /dev/null
[ -e /dev/video0 ] || says "no camera at /dev/video0" --camera
exits 2 run_on_board "$program" --camara 2> message
