# libelf of elfutils: reading. Written for glibc; what other systems lack of it is in elf/.

set(elf_files
  elf32_getphdr elf32_getshdr elf64_getphdr elf64_getshdr elf_begin elf_end elf_error elf_getdata elf_getdata_rawchunk elf_getphdrnum
  elf_getshdrnum elf_kind elf_version gelf_fsize gelf_getdyn gelf_getehdr gelf_getphdr gelf_xlate)
list(TRANSFORM elf_files REPLACE "(.+)" "libelf/\\1.c")
library(elf elfutils ${elf_files})
target_compile_definitions(elf PRIVATE HAVE_CONFIG_H _GNU_SOURCE)
target_include_directories(elf BEFORE PRIVATE elf $<$<BOOL:${WIN32}>:${CMAKE_CURRENT_SOURCE_DIR}/elf/windows>
  ${SOURCES}/elfutils/lib ${SOURCES}/elfutils/libelf)
install(FILES ${SOURCES}/elfutils/libelf/libelf.h ${SOURCES}/elfutils/libelf/gelf.h ${SOURCES}/elfutils/libelf/elf.h
  DESTINATION include)
package(libelf 0.188 elf)
