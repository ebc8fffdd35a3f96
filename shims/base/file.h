// Open files: file_posix.cc and file_win32.cc. Names are UTF-8, contents are bytes as they are; what fails sets errno.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/descriptor.h"

namespace jetson {

// Follows links; a FIFO is not waited for.
Descriptor open_to_read(const std::string& path);
// The same of a file that must not be a link itself.
Descriptor open_unlinked(const std::string& path);
// A new file, to write and read; none where the name is taken.
Descriptor create_file(const std::string& path);
// A file that no one else finds, to write and read, in `folder`; gone with its descriptor.
Descriptor create_nameless_file(const std::string& folder);
// A file of this text in place of what has the name, whole or not at all; its mode stays. 0, or errno.
int replace_file(const std::string& path, std::string_view text);
// Whether this user may see what is in a folder, and open it.
bool may_list(const std::string& folder);
// A new folder that is this user's alone, in the system's place for such; empty where none could be made.
std::string make_temporary_folder();

// How many bytes were read or written at `offset`, wherever the file stands; -1 where that failed.
std::ptrdiff_t read_at(int file, void* to, std::size_t size, std::uint64_t offset);
std::ptrdiff_t write_at(int file, const void* from, std::size_t size, std::uint64_t offset);
bool set_size(int file, std::uint64_t size);
// Bytes; 0 where the system cannot tell.
std::uint64_t file_size_of(int file);
// Whether that errno says that a disk, or what this user may have of it, is full.
bool lacks_room(int code);
// What is free for this user on the file system of `folder`; nothing known: all there could be.
std::uint64_t free_bytes(const std::string& folder);

}  // namespace jetson
