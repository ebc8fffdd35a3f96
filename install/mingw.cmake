# CMake toolchain: the programs for Windows, statically linked, by Debian's mingw-w64 (package g++-mingw-w64-x86-64-posix; the kind with
# POSIX threads, without which its libstdc++ has no std::thread).
#   cmake -B build/windows -DCMAKE_TOOLCHAIN_FILE=$PWD/install/mingw.cmake -DAARCH64_JETSON_MANAGER=OFF
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
foreach(kind LIBRARY INCLUDE PACKAGE)
  set(CMAKE_FIND_ROOT_PATH_MODE_${kind} ONLY)
endforeach()

# The folder that toml++ lies in, usually /usr/include, holds this machine's headers, too: it must not be searched itself.
find_path(TOMLPLUSPLUS_FOLDER toml++/toml.h PATHS /usr/local/include /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(headers ${CMAKE_BINARY_DIR}/mingw-include)
file(MAKE_DIRECTORY ${headers})
file(CREATE_LINK ${TOMLPLUSPLUS_FOLDER}/toml++ ${headers}/toml++ SYMBOLIC)
set(CMAKE_CXX_FLAGS_INIT "-isystem ${headers}")
