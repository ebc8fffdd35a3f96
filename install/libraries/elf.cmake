# libelf of elfutils: reading. Written for glibc; what other systems lack of it is in elf/.

set(elf_files
  elf32_getphdr elf32_getshdr elf64_getphdr elf64_getshdr elf_begin elf_end elf_error elf_getdata elf_getdata_rawchunk elf_getphdrnum
  elf_getshdrnum elf_kind elf_version gelf_fsize gelf_getdyn gelf_getehdr gelf_getphdr gelf_xlate)
list(TRANSFORM elf_files REPLACE "(.+)" "libelf/\\1.c")
library(elf elfutils ${elf_files})
# Windows has not these two types, which the header of a member of an archive is described by.
file(READ ${SOURCES}/elfutils/libelf/libelf.h header)
if(WIN32)
  string(REGEX REPLACE "[ug]id_t ar_" "unsigned ar_" header "${header}")
endif()
file(WRITE ${PROJECT_BINARY_DIR}/elf/libelf.h "${header}")
target_compile_definitions(elf PRIVATE HAVE_CONFIG_H _GNU_SOURCE)
target_include_directories(elf BEFORE PRIVATE elf ${PROJECT_BINARY_DIR}/elf $<$<BOOL:${WIN32}>:${CMAKE_CURRENT_SOURCE_DIR}/elf/windows>
  ${SOURCES}/elfutils/lib ${SOURCES}/elfutils/libelf)
install(FILES ${PROJECT_BINARY_DIR}/elf/libelf.h ${SOURCES}/elfutils/libelf/gelf.h ${SOURCES}/elfutils/libelf/elf.h
  DESTINATION include)
package(libelf 0.188 elf)
