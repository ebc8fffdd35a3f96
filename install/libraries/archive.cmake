# libarchive: tar, zip and raw files, through the filters that there are libraries for; archives as streams, never files on disk.

file(GLOB archive_files RELATIVE ${SOURCES}/libarchive ${SOURCES}/libarchive/libarchive/archive_*.c)
list(FILTER archive_files EXCLUDE REGEX
  "disk|blake2|match|getdate|extract|_by_|_all\\.c|cmdline|copy_stat|copy_bhfi|version_details|xxhash|link_resolver|strmode|into_fd")
list(FILTER archive_files EXCLUDE REGEX "read_support_filter_(compress|grzip|lrzip|lzop|program|rpm|uu)|write_add_filter_|open_(fd|file|memory)\\.c")
list(FILTER archive_files EXCLUDE REGEX "read_support_format_(7zip|ar|cab|cpio|iso9660|lha|mtree|rar|rar5|warc|xar)\\.c")
if(NOT WIN32)
  list(FILTER archive_files EXCLUDE REGEX "archive_windows")
endif()
library(archive libarchive ${archive_files} libarchive/archive_write_add_filter_none.c libarchive/xxhash.c)
target_compile_definitions(archive PRIVATE HAVE_CONFIG_H LIBARCHIVE_STATIC)
target_include_directories(archive PRIVATE archive
  ${SOURCES}/zlib ${SOURCES}/bzip2 ${SOURCES}/xz-utils/src/liblzma/api ${SOURCES}/libzstd/lib ${SOURCES}/lz4/lib)
install(FILES ${SOURCES}/libarchive/libarchive/archive.h ${SOURCES}/libarchive/libarchive/archive_entry.h DESTINATION include)
package(libarchive 3.6.2 archive zstd lzma lz4 bz2 z)
