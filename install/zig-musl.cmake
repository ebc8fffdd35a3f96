# CMake toolchain: the forwarders linked statically with musl by zig (PyPI: ziglang), which run on any Linux and start sooner than
# with glibc, whose own start-up costs more than all they do. Another zig: -DZIG="/path/to/zig"; another machine:
# -DZIG_TARGET=aarch64-linux-musl. The first build also builds libc++, for minutes; zig keeps it in ZIG_GLOBAL_CACHE_DIR.
#   cmake -B build/musl -DCMAKE_TOOLCHAIN_FILE=$PWD/install/zig-musl.cmake -DAARCH64_JETSON_MANAGER=OFF
set(ZIG "python3;-m;ziglang" CACHE STRING "How zig is run")
set(ZIG_TARGET "x86_64-linux-musl" CACHE STRING "zig's name of the machine the forwarders run on")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES ZIG ZIG_TARGET)

string(REGEX MATCH "^[^-]+" CMAKE_SYSTEM_PROCESSOR "${ZIG_TARGET}")
set(CMAKE_SYSTEM_NAME Linux)
# zig builds a libc++ for each kind of optimization: -Os from CMake's first probe to the last link, so that one is enough.
set(CMAKE_CXX_COMPILER ${ZIG} c++ -target ${ZIG_TARGET} -Os)
set(CMAKE_CXX_FLAGS_RELEASE "-Os -DNDEBUG" CACHE STRING "")

# The folder that toml++ lies in, usually /usr/include, holds glibc's headers, too: it must not be searched itself.
find_path(TOMLPLUSPLUS_FOLDER toml++/toml.h PATHS /usr/local/include /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(headers ${CMAKE_BINARY_DIR}/zig-musl-include)
file(MAKE_DIRECTORY ${headers})
file(CREATE_LINK ${TOMLPLUSPLUS_FOLDER}/toml++ ${headers}/toml++ SYMBOLIC)
set(CMAKE_CXX_FLAGS_INIT "-isystem ${headers}")
