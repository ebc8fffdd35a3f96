# CMake toolchain: statically linked for Windows, by Debian's mingw-w64 (package g++-mingw-w64-x86-64-posix: the kind with POSIX threads,
# without which its libstdc++ has no std::thread). The management program needs LIBRARIES, the folder that install/libraries.sh made.
#   cmake -B build/windows -DCMAKE_TOOLCHAIN_FILE=$PWD/install/mingw.cmake -DAARCH64_JETSON_MANAGER=OFF
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES LIBRARIES)
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(AARCH64_JETSON_LOADS_LIBCLANG OFF CACHE BOOL "The clang beside it is asked")
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-s" CACHE STRING "")
# Not the time of the link, so that the same source gives the same bytes.
add_link_options(-Wl,--no-insert-timestamp)
include(${CMAKE_CURRENT_LIST_DIR}/cross.cmake)
