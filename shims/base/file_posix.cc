#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "base/os.h"

namespace jetson {

Descriptor open_to_read(const std::string& path) { return Descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)); }

Descriptor open_unlinked(const std::string& path) { return Descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)); }

Descriptor create_file(const std::string& path) {
  return Descriptor(open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
}

Descriptor create_nameless_file(const std::string& folder) {
#ifdef O_TMPFILE
  if (Descriptor file(open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)); file.get() >= 0) return file;
#endif
  // NFS and others have no such files.
  std::string name = folder + "/.aarch64-jetson.XXXXXX";
  Descriptor file(mkostemp(name.data(), O_CLOEXEC));
  if (file.get() >= 0) unlink(name.c_str());
  return file;
}

int replace_file(const std::string& path, std::string_view text) {
  std::string beside = path + ".XXXXXX";
  const Descriptor file(mkostemp(beside.data(), O_CLOEXEC));
  if (file.get() < 0) return errno;
  struct stat old {};
  const mode_t mode = stat(path.c_str(), &old) == 0 ? old.st_mode & 07777 : 0644;
  if (fchmod(file.get(), mode) == 0 && write_all(file.get(), text) && fsync(file.get()) == 0 && rename(beside.c_str(), path.c_str()) == 0) return 0;
  const int code = errno;
  unlink(beside.c_str());
  return code;
}

bool may_list(const std::string& folder) { return access(folder.c_str(), R_OK | X_OK) == 0; }

std::string make_temporary_folder() {
  std::error_code code;
  std::string path = (std::filesystem::temp_directory_path(code) / "aarch64-jetson.XXXXXX").string();
  return code || mkdtemp(path.data()) == nullptr ? std::string() : path;
}

std::ptrdiff_t read_at(int file, void* to, std::size_t size, std::uint64_t offset) {
  ssize_t n;
  while ((n = pread(file, to, size, static_cast<off_t>(offset))) < 0 && errno == EINTR) continue;
  return n;
}

std::ptrdiff_t write_at(int file, const void* from, std::size_t size, std::uint64_t offset) {
  ssize_t n;
  while ((n = pwrite(file, from, size, static_cast<off_t>(offset))) < 0 && errno == EINTR) continue;
  return n;
}

bool set_size(int file, std::uint64_t size) { return ftruncate(file, static_cast<off_t>(size)) == 0; }

std::uint64_t file_size_of(int file) {
  struct stat status;
  return fstat(file, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

bool lacks_room(int code) { return code == ENOSPC || code == EDQUOT; }

std::uint64_t free_bytes(const std::string& folder) {
  struct statvfs status;
  return statvfs(folder.c_str(), &status) == 0 ? std::uint64_t{status.f_bavail} * status.f_frsize : UINT64_MAX;
}

}  // namespace jetson
