# libext2fs and its table of errors, of e2fsprogs: reading, through the program's own reader of files. Of these it has settings for
# Linux, macOS and Windows, as Android builds them, but for two files that its own build makes by scripts and a program.

set(ext2fs_files
  alloc alloc_sb alloc_stats badblocks bitmaps bitops blkmap64_ba blkmap64_rb blknum block bmap closefs crc16 crc32c csum dir_iterate
  dirblock dirhash ext_attr extent fallocate fileio freefs gen_bitmap gen_bitmap64 get_num_dirs getsectsize hashmap i_block ind_block
  inline inline_data inode io_manager ismounted link llseek lookup mkjournal mmp nls_utf8 openfs punch rbtree read_bb rw_bitmaps
  sha512 symlink valid_blk)
list(TRANSFORM ext2fs_files REPLACE "(.+)" "lib/ext2fs/\\1.c")

set(e2 ${SOURCES}/e2fsprogs)
set(made ${PROJECT_BINARY_DIR}/ext2fs)
file(MAKE_DIRECTORY ${made}/ext2fs)
file(COPY_FILE ${e2}/util/android_config.h ${made}/config.h)
file(COPY_FILE ${e2}/util/android_types.h ${made}/ext2fs/ext2_types.h)
set(E2FSPROGS_VERSION 1.47.0)
configure_file(${e2}/lib/ext2fs/ext2_err.et.in ${made}/ext2_err.et @ONLY)
foreach(kind h c)
  execute_process(COMMAND awk -f ${e2}/lib/et/et_${kind}.awk outfile=ext2_err.${kind} outfn=ext2_err.${kind} ext2_err.et
    WORKING_DIRECTORY ${made} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
file(COPY_FILE ${made}/ext2_err.h ${made}/ext2fs/ext2_err.h)
execute_process(COMMAND cc -o ${made}/gen_crc32ctable ${e2}/lib/ext2fs/gen_crc32ctable.c COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${made}/gen_crc32ctable OUTPUT_FILE ${made}/crc32c_table.h COMMAND_ERROR_IS_FATAL ANY)

library(ext2fs e2fsprogs ${ext2fs_files})
target_sources(ext2fs PRIVATE ${made}/ext2_err.c)
library(com_err e2fsprogs lib/et/com_err.c lib/et/error_message.c lib/et/et_name.c)
foreach(target ext2fs com_err)
  target_include_directories(${target} PRIVATE ${made} ${e2}/lib $<$<BOOL:${WIN32}>:${e2}/include/mingw>)
  target_compile_definitions(${target} PRIVATE HAVE_CONFIG_H _GNU_SOURCE)
endforeach()

foreach(header bitops ext2_ext_attr ext2_fs ext2_io ext2fs ext3_extents hashmap)
  install(FILES ${e2}/lib/ext2fs/${header}.h DESTINATION include/ext2fs)
endforeach()
install(FILES ${made}/ext2fs/ext2_err.h ${made}/ext2fs/ext2_types.h DESTINATION include/ext2fs)
install(FILES ${e2}/lib/et/com_err.h DESTINATION include/et)
install(FILES ${e2}/lib/et/com_err.h DESTINATION include)
package(ext2fs 1.47.0 ext2fs com_err)
package(com_err 1.47.0 com_err)
