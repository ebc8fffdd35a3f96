#!/bin/bash
# Real projects by CMake with the toolchain file of `emit cmake`; their own tests run by qemu.
# matrix: project=libpng1.6,tinyxml2,double-conversion,expat
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"

cp -a "$(source_of "${project:=libpng1.6}")" project
folder=project
case $project in
    libpng1.6) binary=libpng16.so ;;
    tinyxml2) binary=xmltest ;;
    double-conversion) binary=test/cctest/cctest ;;
    expat) binary=xmlwf/xmlwf folder=project/expat ;;
esac
"$manager" emit cmake --write
cmake -S $folder -B build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$HOME/.config/aarch64-jetson/aarch64-jetson.cmake" -DBUILD_TESTING=ON
cmake --build build -j2
[ "$(elf build/$binary machine)" = AArch64 ]
case $project in
    tinyxml2) (cd build && ctest --output-on-failure --no-tests=error) ;;
    # The others' CMake files call the programs past CMAKE_CROSSCOMPILING_EMULATOR.
    libpng1.6)
        run_on_board build/pngtest $folder/pngtest.png
        run_on_board build/pngimage $folder/contrib/pngsuite/*.png
        ;;
    double-conversion) for check in bignum conversions dtoa fixed-dtoa strtod; do run_on_board build/$binary test-$check; done ;;
    expat)
        run_on_board build/tests/runtests
        echo '<board><name>orin</name></board>' > good.xml
        echo '<board><name>orin</board>' > bad.xml
        prints '' run_on_board build/$binary good.xml
        exits 2 run_on_board build/$binary bad.xml
        ;;
esac
