#include "base/file.h"

#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>

#include "base/native_path.h"
#include "base/os.h"
#include "base/path.h"
#include "base/win32.h"

namespace jetson {
namespace {

// Not inherited by what we run, and bytes as they are.
constexpr int kFlags = _O_BINARY | _O_NOINHERIT;

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> number = GetTickCount64();
  return number++;
}

std::string new_name(const std::string& folder) {
  return folder + "/.aarch64-jetson." + std::to_string(GetCurrentProcessId()) + "." + std::to_string(next_number());
}

// Descriptors have one position: it is put where the bytes are. No two threads here share a descriptor.
bool stand_at(int file, std::uint64_t offset) { return _lseeki64(file, static_cast<std::int64_t>(offset), SEEK_SET) >= 0; }

}  // namespace

Descriptor open_to_read(const std::string& path) { return Descriptor(_wopen(native_path(path).c_str(), _O_RDONLY | kFlags)); }

// There are no links in what we write.
Descriptor open_unlinked(const std::string& path) { return open_to_read(path); }

Descriptor create_file(const std::string& path) {
  return Descriptor(_wopen(native_path(path).c_str(), _O_RDWR | _O_CREAT | _O_EXCL | kFlags, _S_IREAD | _S_IWRITE));
}

Descriptor create_nameless_file(const std::string& folder) {
  return Descriptor(_wopen(native_path(new_name(folder)).c_str(), _O_RDWR | _O_CREAT | _O_EXCL | _O_TEMPORARY | kFlags, _S_IREAD | _S_IWRITE));
}

int replace_file(const std::string& path, std::string_view text) {
  const std::string beside = new_name(parent(path));
  Descriptor file = create_file(beside);
  if (file.get() < 0) return errno;
  const bool is_whole = write_all(file.get(), text) && _commit(file.get()) == 0;
  int code = is_whole ? 0 : errno;
  file = Descriptor();
  if (is_whole && MoveFileExW(native_path(beside).c_str(), native_path(path).c_str(), MOVEFILE_REPLACE_EXISTING) != 0) return 0;
  if (is_whole) code = GetLastError() == ERROR_FILE_NOT_FOUND ? ENOENT : EACCES;
  DeleteFileW(native_path(beside).c_str());
  return code;
}

bool may_list(const std::string& folder) {
  std::error_code code;
  const std::filesystem::directory_iterator entries(native_path(folder), code);
  return !code;
}

// The folder for temporary files is the user's own there.
std::string make_temporary_folder() {
  std::error_code code;
  const std::string above = path_text(std::filesystem::temp_directory_path(code));
  const std::string path = new_name(above.ends_with('/') ? above.substr(0, above.size() - 1) : above);
  return !code && std::filesystem::create_directory(native_path(path), code) ? path : std::string();
}

std::ptrdiff_t read_at(int file, void* to, std::size_t size, std::uint64_t offset) {
  return stand_at(file, offset) ? _read(file, to, static_cast<unsigned int>(size)) : -1;
}

std::ptrdiff_t write_at(int file, const void* from, std::size_t size, std::uint64_t offset) {
  return stand_at(file, offset) ? _write(file, from, static_cast<unsigned int>(size)) : -1;
}

bool set_size(int file, std::uint64_t size) {
  if (!stand_at(file, size)) return false;
  if (SetEndOfFile(reinterpret_cast<HANDLE>(_get_osfhandle(file))) != 0) return true;
  errno = GetLastError() == ERROR_DISK_FULL ? ENOSPC : EIO;
  return false;
}

std::uint64_t file_size_of(int file) {
  const std::int64_t size = _filelengthi64(file);
  return size < 0 ? 0 : static_cast<std::uint64_t>(size);
}

bool lacks_room(int code) { return code == ENOSPC; }

std::uint64_t free_bytes(const std::string& folder) {
  ULARGE_INTEGER room;
  return GetDiskFreeSpaceExW(native_path(folder).c_str(), &room, nullptr, nullptr) != 0 ? room.QuadPart : UINT64_MAX;
}

}  // namespace jetson
