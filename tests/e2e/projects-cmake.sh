#!/bin/bash
# Real projects by CMake with a toolchain file, as their READMEs say; ctest runs their own tests by qemu.
# matrix: project=libpng1.6,tinyxml2,double-conversion,expat
. "$(dirname "$0")/common.inc"
. "$e2e/board.inc"

options=() checks=()
case ${project:=libpng1.6} in
    # Without them its symbol script is told the system includes of the desktop's cpp; the test pictures take long in qemu.
    libpng1.6) checks=(-R 'pngtest-all|pngvalid-gamma-16-to-8') binary=libpng16.so ;;
    tinyxml2) options=(-DBUILD_SHARED_LIBS=ON) binary=libtinyxml2.so ;;
    double-conversion) options=(-DBUILD_TESTING=ON) binary=test/cctest/cctest ;;
    expat) binary=xmlwf/xmlwf ;;
esac
cp -a "$(source_of "$project")" project
[ "$project" != expat ] || mv project/expat source
[ -d source ] || mv project source
cmake_toolchain
cmake -S source -B build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$PWD/toolchain.cmake" "${options[@]}"
cmake --build build -j2
[ "$(elf "build/$binary" machine)" = AArch64 ]
(cd build && ctest --output-on-failure --no-tests=error "${checks[@]}")
