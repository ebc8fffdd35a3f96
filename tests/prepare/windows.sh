#!/bin/bash
# Windows, as far as wine is it, in the tests' build folder under windows/:
#   stage/     the tools, installed               helpers/   programs of the tests (tests/e2e/windows)
#   prefix/    wine's folder                      zig/       clang and lld for Windows in one zig.exe (PyPI: ziglang)
#   cuda/      CUDA 13.0 for Windows, as pip installs it; in clang/ zig's headers of clang with those for CUDA, of Debian's clang-22
#   llvm-20/   clang, lld and llvm-ar for Windows as they are usually installed; only where AARCH64_JETSON_TEST_WINDOWS_CLANG is set,
#              for it is 900 MB (Maven: org.bytedeco:llvm; Debian's package maven)
set -euo pipefail

source=$(cd "$(dirname "$0")/../.." && pwd)
folder=${TESTS_BUILD:?the build folder of the tests}/windows
mkdir -p "$folder"
cd "$folder"

"$source/install/package/build.sh" x86_64-w64-mingw32 "$TESTS_BUILD/hosts"
rm -rf stage
cmake --install "$TESTS_BUILD/hosts/x86_64-w64-mingw32" --prefix "$folder/stage"

mkdir -p helpers
for helper in stand_in parent zig_clang; do
    [ "helpers/$helper.exe" -nt "$source/tests/e2e/windows/$helper.cc" ] ||
        x86_64-w64-mingw32-g++-posix -std=c++20 -municode -static -Os -s "$source/tests/e2e/windows/$helper.cc" -o "helpers/$helper.exe" -lshell32
done

if [ ! -d zig ]; then
    rm -rf zig.part
    /usr/bin/python3 -m pip download --quiet --no-deps --only-binary :all: --platform win_amd64 --dest zig.part ziglang==0.17.1
    unzip -qo zig.part/*.whl 'ziglang/zig.exe' 'ziglang/lib/include/*' -d zig.part
    mv zig.part/ziglang zig
    rm -r zig.part
fi

if [ ! -d cuda ]; then
    rm -rf cuda.part
    /usr/bin/python3 -m pip download --quiet --no-deps --only-binary :all: --platform win_amd64 --dest cuda.part/wheels \
        nvidia-cuda-nvcc==13.0.88 nvidia-nvvm==13.0.88 nvidia-cuda-crt==13.0.88 nvidia-cuda-cccl==13.0.85
    for wheel in cuda.part/wheels/*.whl; do unzip -qo "$wheel" -d cuda.part; done
    mkdir cuda.part/clang
    cp -R zig/lib/include cuda.part/clang
    cp -R /usr/lib/llvm-22/lib/clang/22/include/{__clang_cuda_*,cuda_wrappers} cuda.part/clang/include
    rm -r cuda.part/wheels
    mv cuda.part cuda
fi

if [ -n "${AARCH64_JETSON_TEST_WINDOWS_CLANG:-}" ] && [ ! -d llvm-20 ]; then
    rm -rf llvm-20.part
    mvn --batch-mode --quiet dependency:copy -Dartifact=org.bytedeco:llvm:20.1.7-1.5.12:jar:windows-x86_64 -DoutputDirectory="$PWD/llvm-20.part"
    inside=org/bytedeco/llvm/windows-x86_64
    unzip -qo llvm-20.part/*.jar "$inside/clang.exe" "$inside/lld.exe" "$inside/llvm-ar.exe" "$inside/lib/clang/*" -d llvm-20.part
    mkdir llvm-20.part/bin
    mv llvm-20.part/$inside/*.exe llvm-20.part/bin
    mv llvm-20.part/$inside/lib llvm-20.part
    mv llvm-20.part/bin/lld.exe llvm-20.part/bin/ld.lld.exe # by its name it knows that it is to link ELF
    rm -r llvm-20.part/*.jar llvm-20.part/org
    mv llvm-20.part llvm-20
fi

if [ ! -d prefix ]; then
    # shellcheck source-path=SCRIPTDIR/../e2e source=tests/e2e/wine.inc
    . "$source/tests/e2e/wine.inc"
    WINEPREFIX=$folder/prefix.part wine64 wineboot -i
    WINEPREFIX=$folder/prefix.part wineserver64 -w
    mv prefix.part prefix
fi
