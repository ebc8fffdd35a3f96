#!/bin/bash
# Real projects by autoconf, with libtool, assembler, and helpers that are built for the desktop and run while building.
# matrix: project=xz-utils,libffi,dash
. "$(dirname "$0")/common.inc"

cp -a "$(source_of "${project:=xz-utils}")" source
cd source
flags=-O1
# It calls a function that it declares nowhere, which clang 16 and newer refuse, for any target.
[ "$project" != libffi ] || flags+=" -Wno-implicit-function-declaration"
./configure --build="$(uname -m)-linux-gnu" --host=aarch64-jetson-linux-gnu CFLAGS="$flags" | tee output
grep -q 'checking whether we are cross compiling... yes' output
make -j2
case $project in
    xz-utils)
        [ "$(elf src/liblzma/.libs/liblzma.so machine)" = AArch64 ]
        run_on_board -E LD_LIBRARY_PATH="$PWD/src/liblzma/.libs" src/xz/.libs/xz -c < README > packed.xz
        xz -dc packed.xz | cmp - README
        ;;
    libffi)
        # Its test suite needs DejaGnu: these are its own test programs, built by hand against the library.
        build=aarch64-jetson-linux-gnu
        [ "$(elf $build/.libs/libffi.so machine)" = AArch64 ]
        for name in float1 strlen struct1 closure_fn0 cls_align_double; do
            aarch64-jetson-clang -w -I$build/include -I$build -Itestsuite/libffi.call testsuite/libffi.*/$name.c \
                $build/.libs/libffi.a -o $name
            run_on_board ./$name
        done
        ;;
    dash)
        [ "$(elf src/dash machine)" = AArch64 ]
        [ "$(elf src/mksyntax machine)" != AArch64 ]
        prints $'7\nboard' run_on_board src/dash -c 'echo $((3 + 4)); for word in board; do echo $word; done'
        ;;
esac
