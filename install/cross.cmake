# Of the toolchain files for another host than this machine: headers and libraries come from LIBRARIES, which install/libraries.sh made,
# and never from this machine.
set(LIBRARIES "" CACHE PATH "The folder that install/libraries.sh made for the host")
if(LIBRARIES)
  set(CMAKE_FIND_ROOT_PATH ${LIBRARIES})
  set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
  set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
  set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
  set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
  set(ENV{PKG_CONFIG_LIBDIR} ${LIBRARIES}/lib/pkgconfig)
  set(CMAKE_CXX_FLAGS_INIT "-isystem ${LIBRARIES}/include")
elseif(NOT CMAKE_CXX_FLAGS_INIT)
  # The forwarders need toml++ alone. The folder that it lies in, usually /usr/include, holds glibc's headers, too: it must not be
  # searched itself.
  find_path(TOMLPLUSPLUS_FOLDER toml++/toml.h PATHS /usr/local/include /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  set(headers ${CMAKE_BINARY_DIR}/toml++-alone)
  file(MAKE_DIRECTORY ${headers})
  file(CREATE_LINK ${TOMLPLUSPLUS_FOLDER}/toml++ ${headers}/toml++ SYMBOLIC)
  set(CMAKE_CXX_FLAGS_INIT "-isystem ${headers}")
endif()
