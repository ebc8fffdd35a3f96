# zlib, bzip2, liblzma, zstd, lz4; and nettle's SHA-256.

library(z zlib adler32.c crc32.c deflate.c inffast.c inflate.c inftrees.c trees.c zutil.c)
# Of macOS 9, where there was none: it takes this one for that.
target_compile_definitions(z PRIVATE $<$<BOOL:${APPLE}>:fdopen=fdopen>)
install(FILES ${SOURCES}/zlib/zlib.h ${SOURCES}/zlib/zconf.h DESTINATION include)
package(zlib 1.2.13 z)

library(bz2 bzip2 blocksort.c bzlib.c compress.c crctable.c decompress.c huffman.c randtable.c)
install(FILES ${SOURCES}/bzip2/bzlib.h DESTINATION include)

file(GLOB lzma_files RELATIVE ${SOURCES}/xz-utils ${SOURCES}/xz-utils/src/liblzma/*/*.c)
list(FILTER lzma_files EXCLUDE REGEX "(tablegen|small)\\.c$")
library(lzma xz-utils ${lzma_files} src/common/tuklib_cpucores.c src/common/tuklib_physmem.c)
foreach(folder api check common delta lz lzma rangecoder simple)
  target_include_directories(lzma PRIVATE ${SOURCES}/xz-utils/src/liblzma/${folder})
endforeach()
target_include_directories(lzma PRIVATE ${SOURCES}/xz-utils/src/common)
foreach(filter ARM ARMTHUMB ARM64 DELTA IA64 LZMA1 LZMA2 POWERPC SPARC X86)
  target_compile_definitions(lzma PRIVATE HAVE_ENCODER_${filter} HAVE_DECODER_${filter})
endforeach()
target_compile_definitions(lzma PRIVATE
  PACKAGE_NAME="XZ Utils" _GNU_SOURCE TUKLIB_SYMBOL_PREFIX=lzma_
  HAVE_CHECK_CRC32 HAVE_CHECK_CRC64 HAVE_CHECK_SHA256 HAVE_DECODERS HAVE_ENCODERS
  HAVE_MF_BT2 HAVE_MF_BT3 HAVE_MF_BT4 HAVE_MF_HC3 HAVE_MF_HC4
  HAVE_STDBOOL_H HAVE__BOOL HAVE_STDINT_H HAVE_INTTYPES_H TUKLIB_FAST_UNALIGNED_ACCESS
  $<IF:$<BOOL:${WIN32}>,MYTHREAD_VISTA,MYTHREAD_POSIX>
  $<$<NOT:$<BOOL:${WIN32}>>:TUKLIB_CPUCORES_SYSCONF>
  $<$<NOT:$<BOOL:${WIN32}>>:TUKLIB_PHYSMEM_SYSCONF>)
install(DIRECTORY ${SOURCES}/xz-utils/src/liblzma/api/ DESTINATION include FILES_MATCHING PATTERN "*.h")
package(liblzma 5.4.1 lzma)

file(GLOB zstd_files RELATIVE ${SOURCES}/libzstd ${SOURCES}/libzstd/lib/common/*.c ${SOURCES}/libzstd/lib/compress/*.c ${SOURCES}/libzstd/lib/decompress/*.c)
list(FILTER zstd_files EXCLUDE REGEX "/(zstdmt|pool|threading)[a-z_]*\\.c$")
library(zstd libzstd ${zstd_files})
target_compile_definitions(zstd PRIVATE ZSTD_DISABLE_ASM=1 ZSTD_LEGACY_SUPPORT=0)
install(FILES ${SOURCES}/libzstd/lib/zstd.h ${SOURCES}/libzstd/lib/zstd_errors.h DESTINATION include)
package(libzstd 1.5.4 zstd)

library(lz4 lz4 lib/lz4.c lib/lz4frame.c lib/lz4hc.c lib/xxhash.c)
target_compile_definitions(lz4 PRIVATE XXH_NAMESPACE=LZ4_)

library(nettle nettle sha256.c sha256-compress.c write-be32.c)
install(FILES ${SOURCES}/nettle/sha2.h ${SOURCES}/nettle/nettle-types.h DESTINATION include/nettle)
package(nettle 3.8.1 nettle)
