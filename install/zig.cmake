# CMake toolchain: statically with musl for any Linux, or for macOS 11 and later, by zig (PyPI: ziglang), from a Linux machine. With
# musl a program runs on every distribution, and starts sooner than with glibc, whose own start-up costs more than all a forwarder does.
#   cmake -B build/musl -DCMAKE_TOOLCHAIN_FILE=$PWD/install/zig.cmake -DAARCH64_JETSON_MANAGER=OFF
# Another zig: -DZIG="/path/to/zig"; another host: -DZIG_TARGET=aarch64-linux-musl, x86_64-macos.11.0 or aarch64-macos.11.0. The first
# build for a host also builds libc++, for a minute; zig keeps it in ZIG_GLOBAL_CACHE_DIR. The management program needs LIBRARIES, the
# folder that install/libraries.sh made for that host.
set(ZIG "python3;-m;ziglang" CACHE STRING "How zig is run")
set(ZIG_TARGET "x86_64-linux-musl" CACHE STRING "zig's name of the host the programs run on")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES ZIG ZIG_TARGET LIBRARIES)

string(REGEX MATCH "^[^-]+" CMAKE_SYSTEM_PROCESSOR "${ZIG_TARGET}")
if(ZIG_TARGET MATCHES "macos")
  set(CMAKE_SYSTEM_NAME Darwin)
  # What CMake would ask of Xcode.
  set(CMAKE_OSX_SYSROOT "" CACHE STRING "")
  set(CMAKE_OSX_DEPLOYMENT_TARGET "" CACHE STRING "")
  set(CMAKE_INSTALL_NAME_TOOL true CACHE STRING "")
  add_compile_definitions(FLT_RADIX=__FLT_RADIX__) # which the float.h that zig has for macOS lacks, and toml++ asks for
else()
  set(CMAKE_SYSTEM_NAME Linux)
  set(AARCH64_JETSON_LOADS_LIBCLANG OFF CACHE BOOL "A static program loads no libraries")
endif()
# zig builds a C and a C++ library for each kind of optimization, with and without symbols: -O2 -s from CMake's first probe to the last
# link, so that one of each is enough. With -Os its memcpy and the like go byte by byte, a quarter of all that a forwarder does. (What we
# compile is told -Os by CMakeLists.txt.)
set(CMAKE_C_COMPILER ${ZIG} cc -target ${ZIG_TARGET} -O2 -s)
set(CMAKE_CXX_COMPILER ${ZIG} c++ -target ${ZIG_TARGET} -O2 -s)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG" CACHE STRING "")
# This machine's ar knows no Mach-O.
list(JOIN ZIG " " zig)
foreach(language C CXX)
  set(CMAKE_${language}_ARCHIVE_CREATE "${zig} ar qc <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_${language}_ARCHIVE_APPEND "${zig} ar q <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_${language}_ARCHIVE_FINISH "${zig} ranlib <TARGET>")
endforeach()

include(${CMAKE_CURRENT_LIST_DIR}/cross.cmake)
