// How libext2fs reads an image: a piece of an open file, read-only. Its own readers of files differ from host to host, and that for
// Windows ends at 4 GB.
#pragma once

#include <sys/types.h>  // which ext2fs.h takes for granted

#include <ext2fs/ext2fs.h>

#include <cstdint>
#include <string>

namespace jetson {

// To be given to ext2fs_open2 with `image_io_name` for a name.
extern const io_manager image_io_manager;

// The file system that begins at byte `offset` of that open file, which stays the caller's.
std::string image_io_name(int descriptor, std::uint64_t offset);

}  // namespace jetson
