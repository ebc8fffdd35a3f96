#!/bin/bash
# CMake with a toolchain file that names the compilers alone: it finds the tools beside them by their prefix, zlib in
# the sysroot, and can build with link-time optimisation.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie build=Debug,IPO
. "$(dirname "$0")/common.inc"
by_hand_too

cat > toolchain.cmake <<CMAKE
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-jetson-clang)
set(CMAKE_CXX_COMPILER aarch64-jetson-clang++)
set(CMAKE_FIND_ROOT_PATH $board)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64-static -L $board)
CMAKE
cp -r "$e2e/data/cmake" source
case ${build:=Debug} in
    Debug) options=(-DCMAKE_BUILD_TYPE=Debug) ;;
    IPO) options=(-DCMAKE_BUILD_TYPE=Release -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON) ;;
esac
cmake -S source -B build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$PWD/toolchain.cmake" "${options[@]}" | tee output
for tool in AR RANLIB NM STRIP OBJCOPY; do
    grep -q "^CMAKE_$tool:FILEPATH=$tools/aarch64-jetson-llvm-${tool,,}$" build/CMakeCache.txt
done
grep -q "^CMAKE_LINKER:FILEPATH=$tools/aarch64-jetson-ld" build/CMakeCache.txt
grep -q "^CMAKE_CXX_COMPILER_AR:FILEPATH=$tools/aarch64-jetson-llvm-ar$" build/CMakeCache.txt
grep -q "^ZLIB_LIBRARY_[A-Z]*:FILEPATH=$board/" build/CMakeCache.txt
grep -q "The CXX compiler identification is Clang $clang" output

cmake --build build -j2
[ "$build" != IPO ] || [ "$(head -c 2 build/CMakeFiles/pack.dir/pack.cc.o)" = BC ]
[ "$(elf build/main type machine)" = "DYN AArch64" ]
[[ " $(elf build/main needed) " = *" libz.so.1 "* ]]
(cd build && ctest --output-on-failure)
same_as_by_hand 8
