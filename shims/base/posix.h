// What Linux and macOS answer differently, beside some of os.h: os_linux.cc, os_macos.cc. For *_posix.cc.
#pragma once

#include <sys/stat.h>

#include <ctime>
#include <string>

namespace jetson {

// An open file without a name that the program this process becomes can open by the path. Never 0, 1 or 2: where those were closed, the
// program would take it for its standard streams. Negative, with errno, where there is none to be had.
int open_response_file();
std::string response_file_path(int descriptor);

// As pipe(), and both ends are closed in children that do not get them as a standard stream.
int make_pipe(int (&ends)[2]);

// As rename(), but an existing `to` is an error (EEXIST), or is swapped with `from`. EINVAL or ENOSYS where the file system or the
// system cannot do that.
int rename_to_new(const char* from, const char* to);
int exchange_names(const char* a, const char* b);

// When the file was written last.
timespec time_of(const struct stat& status);

// Makes the blocks of `from` those of the empty file `to`, too, until one of them is written. False where that cannot be done.
bool share_blocks(int from, int to);

// As Linux's copy_file_range() without flags; -1 with ENOSYS where the system has nothing like it.
ssize_t copy_in_kernel(int from, off_t* in, int to, off_t* out, std::size_t size);

}  // namespace jetson
