#include <fcntl.h>
#include <mach-o/dyld.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>

#include "base/descriptor.h"
#include "base/os.h"
#include "base/posix.h"

namespace jetson {
namespace {

// As the loader was asked for it; links not resolved.
std::string loaded_path() {
  std::uint32_t size = 0;
  _NSGetExecutablePath(nullptr, &size);
  std::string path(size, '\0');
  if (_NSGetExecutablePath(path.data(), &size) != 0) return "";
  path.resize(path.find('\0'));
  return path;
}

}  // namespace

std::string executable_path() {
  const std::string path = loaded_path();
  return HostDisk().real_path(path).value_or(path);
}

std::string invoked_path(const std::string& otherwise) {
  const std::string path = loaded_path();
  return path.empty() ? otherwise : path;
}

// There are no files in memory: one that loses its name at once.
int open_response_file() {
  const char* folder = std::getenv("TMPDIR");
  std::string path = std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/response.XXXXXX";
  const Descriptor file(mkstemp(path.data()));
  if (file.get() < 0) return -1;
  unlink(path.c_str());
  return fcntl(file.get(), F_DUPFD, 3);
}

std::string response_file_path(int descriptor) { return "/dev/fd/" + std::to_string(descriptor); }

int make_pipe(int (&ends)[2]) {
  if (pipe(ends) != 0) return -1;
  for (const int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
  return 0;
}

namespace {

int rename_with(const char* from, const char* to, unsigned flags) {
  const int result = renamex_np(from, to, flags);
  if (result != 0 && errno == ENOTSUP) errno = ENOSYS;
  return result;
}

}  // namespace

int rename_to_new(const char* from, const char* to) { return rename_with(from, to, RENAME_EXCL); }
int exchange_names(const char* a, const char* b) { return rename_with(a, b, RENAME_SWAP); }

timespec time_of(const struct stat& status) { return status.st_mtimespec; }

// APFS gives blocks to a new name alone (clonefile), and the one at hand is there already.
bool share_blocks(int, int) { return false; }

ssize_t copy_in_kernel(int, off_t*, int, off_t*, std::size_t) {
  errno = ENOSYS;
  return -1;
}

}  // namespace jetson
