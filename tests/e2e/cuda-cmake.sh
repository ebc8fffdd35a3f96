#!/bin/bash
# CMake's own CUDA language with nvcc and with clang, a library of relocatable device code, and a C++ project that only asks for
# CUDAToolkit; Debian's CMake and the newest.
# matrix: cmake=3.25,newest compiler=nvcc,clang
[ "${compiler:=nvcc}" = nvcc ] && cuda=13.0 || cuda=11.8
. "$(dirname "$0")/common.inc"
. "$e2e/cuda.inc"
set_up
[ "${cmake:=3.25}" = 3.25 ] || PATH=$TESTS_BUILD/cuda/cmake/bin:$PATH

HOME=$scratch "$manager" emit cmake > toolchain.cmake
mkdir source plain
cp "$e2e"/data/cuda/* source
cat > source/CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.20)
project(cuda CXX CUDA)
find_package(CUDAToolkit REQUIRED)
add_executable(one one.cu)
set_property(TARGET one PROPERTY CUDA_STANDARD 17)
if(CMAKE_CUDA_COMPILER_ID STREQUAL NVIDIA)
  add_library(add STATIC add.cu more.cu)
  set_target_properties(add PROPERTIES CUDA_SEPARABLE_COMPILATION ON CUDA_RESOLVE_DEVICE_SYMBOLS ON)
  add_executable(main main.cc)
  target_link_libraries(main add)
  add_executable(driver main.cc)
  target_link_libraries(driver add CUDA::cuda_driver)
endif()
CMAKE
options=()
[ $compiler = nvcc ] || options=("-DCMAKE_CUDA_COMPILER=$tools/aarch64-jetson-clang++" -DCMAKE_CUDA_FLAGS=-Wno-unknown-cuda-version -DCMAKE_CUDA_RUNTIME_LIBRARY=Shared)
cmake -S source -B build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$PWD/toolchain.cmake" "${options[@]}" | tee output
cmake --build build -j2
starts build/one
[ "$(gpus build/one)" = "$gpu" ]
if [ $compiler = nvcc ]; then
    starts build/main
    [ "$(gpus build/main)" = "$gpu" ]
    # By the stub, which must not be looked for at run time.
    [[ " $(elf build/driver needed) " = *" libcuda.so.1 "* ]]
    [[ $(elf build/driver runpath) != *stubs* ]]
fi

cp "$e2e/data/cuda/version.cc" plain
cat > plain/CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.20)
project(plain CXX)
find_package(CUDAToolkit REQUIRED)
add_executable(version version.cc)
target_link_libraries(version CUDA::cudart CUDA::cuda_driver)
message(STATUS "include ${CUDAToolkit_INCLUDE_DIRS}")
CMAKE
cmake -S plain -B plain-build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$PWD/toolchain.cmake" | tee output
grep "include $view/" output
! grep x86_64-linux output
cmake --build plain-build
[ "$(elf plain-build/version machine)" = AArch64 ]
