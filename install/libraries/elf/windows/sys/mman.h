// libelf reads by pread where nothing can be mapped.
#pragma once
#define PROT_READ 1
#define PROT_WRITE 2
#define MAP_SHARED 1
#define MAP_PRIVATE 2
#define MAP_FAILED ((void*)-1)
#define MS_SYNC 4
#define mmap(address, size, access, flags, file, offset) MAP_FAILED
#define munmap(address, size) (-1)
#define msync(address, size, flags) (-1)
