#!/bin/bash
# Each spelling of each flag that we give loses to the user's (issue 6, toolchain.md 3, group 16): asked of clang itself,
# whose -### shows what it would run after weighing all flags.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"
llvm=$(dirname "$(dirname "$(readlink -f "$(command -v "clang-$clang")")")")
settings 'module = "orin"' 'cpu = "cortex-a72"' 'gpu = "sm_87"' 'rpath = ["/ours/rpath"]' "resource_dir = \"$llvm/lib/clang/$(ls "$llvm/lib/clang" | head -n 1)\""
cat >> "$AARCH64_JETSON_CONFIG" << TOML
[flags]
compile = ["-mno-outline-atomics", "-DWHO=ours", "-O1", "-fno-omit-frame-pointer"]
link = ["-Wl,-z,ours"]
TOML
touch t.c t.cc t.o
mkdir -p other/usr/lib/gcc/aarch64-linux-gnu/9 other/usr/include tools
printf '#!/bin/sh\n' > tools/ld.bfd && cp tools/ld.bfd tools/ld.mine && chmod +x tools/*

# wins PATTERN FLAG… : in what clang would run, the user's value is there;  loses PATTERN FLAG…: ours is not.
asked() { "aarch64-jetson-${driver:-clang}" -### "$@" 2>&1 | grep '^ *"' | tail -n 1; }
wins() {
    local pattern=$1
    shift
    asked "$@" | grep -qE -- "$pattern" || fail "no '$pattern' with $*: $(asked "$@")"
}
loses() {
    local pattern=$1
    shift
    ! asked "$@" | grep -qE -- "$pattern" || fail "'$pattern' is there with $*"
}

# What is ours is there when the user says nothing: each pattern below is able to fail.
wins '"-triple" "aarch64-unknown-linux-gnu"|"-triple" "aarch64.*linux-gnu"' -c t.c
wins "\"-isysroot\" \"$board\"" -c t.c
wins '"-target-cpu" "cortex-a72"' -c t.c
wins '"-O1"' -c t.c
wins 'ld.lld"' t.o
wins '"-rpath" "/ours/rpath"' t.o

# --target
for flags in --target=armv7-linux-gnueabihf '-target armv7-linux-gnueabihf'; do
    wins '"-triple" "armv7-unknown-linux-gnueabihf"' $flags -c t.c
    loses cortex-a72 $flags -c t.c
done
# --sysroot
for flags in "--sysroot=$PWD/other" "--sysroot $PWD/other"; do
    wins "\"-isysroot\" \"$PWD/other\"" $flags -c t.c
    wins "\"--sysroot=$PWD/other\"" $flags t.o
    loses "$board" $flags t.o
done
# -mcpu
for flag in -mcpu=cortex-a57 -mcpu=cortex-a57+nocrypto; do
    wins '"-target-cpu" "cortex-a57"' $flag -c t.c
    loses cortex-a72 $flag -c t.c
done
loses cortex-a72 -march=armv8.1-a -c t.c
wins '"\+v8.1a"' -march=armv8.1-a -c t.c
loses '"-target-cpu" "cortex-a72"' -mtune=cortex-a57 -c t.c
# the linker
wins "\"$PWD/tools/ld.bfd\"" -fuse-ld=bfd -B"$PWD/tools" t.o
wins "\"$PWD/tools/ld.bfd\"" -fuse-ld="$PWD/tools/ld.bfd" t.o
wins "\"$PWD/tools/ld.mine\"" --ld-path="$PWD/tools/ld.mine" t.o
wins "\"$PWD/tools/ld.mine\"" -fuse-ld=lld --ld-path="$PWD/tools/ld.mine" t.o
# -resource-dir
for flags in "-resource-dir=$PWD/other" "-resource-dir $PWD/other"; do
    wins "\"-resource-dir\" \"$PWD/other\"" $flags -c t.c
done
# --driver-mode: the last one counts, so the user's
driver=clang wins '"-lstdc\+\+"' --driver-mode=g++ t.o
driver=clang++ loses '"-lstdc\+\+"' --driver-mode=gcc t.o
wins '"-E"' --driver-mode=cpp t.c
# the C++ library
driver=clang++ wins '"-lc\+\+"' -stdlib=libc++ t.o
driver=clang++ loses '"-lstdc\+\+"' -stdlib=libc++ t.o
# flags of the settings
wins '"-D" "WHO=yours"' -DWHO=yours -c t.c
[ "$(echo WHO | aarch64-jetson-clang -DWHO=yours -E -P - 2> /dev/null)" = yours ]
wins '"-O3"' -O3 -c t.c
loses '"-O1"' -O3 -c t.c
wins '"\+outline-atomics"' -moutline-atomics -c t.c
loses '"-mframe-pointer=all"' -fomit-frame-pointer -O2 -c t.c
# Both are given to the linker, and it takes the last.
asked -Wl,--no-undefined-version t.o | grep -q -- '"--undefined-version".*"--no-undefined-version"'
# Search paths add up; the user's are looked into first.
asked -Wl,-rpath,/mine t.o | grep -q -- '"/mine".*"/ours/rpath"'
mkdir -p cuda/usr/lib "cuda/usr/local/cuda-12.6/targets/aarch64-linux"/{lib,include}
export JETSON_SYSROOT=$PWD/cuda
asked -L"$PWD/other" t.o | grep -q -- "-L$PWD/other\".*-L$PWD/cuda/usr/local/cuda-12.6"
aarch64-jetson-clang -I"$PWD/other" -v -E t.c 2>&1 | tr '\n' ' ' | grep -q "search starts here: *$PWD/other .* $PWD/cuda/usr/local/cuda-12.6"
