#include <fcntl.h>
#include <linux/fs.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/os.h"
#include "base/posix.h"

namespace jetson {

std::string executable_path() { return HostDisk().entry("/proc/self/exe").link.value_or(""); }

std::string invoked_path(const std::string& otherwise) {
  // The path given to execve; the kernel keeps it even where the caller gave no argv[0].
  if (const auto* path = reinterpret_cast<const char*>(getauxval(AT_EXECFN))) return path;
  return otherwise;
}

int open_response_file() {
  const Descriptor file(memfd_create("response", MFD_CLOEXEC));
  return file.get() < 0 ? -1 : fcntl(file.get(), F_DUPFD, 3);
}

std::string response_file_path(int descriptor) { return "/proc/self/fd/" + std::to_string(descriptor); }

int make_pipe(int (&ends)[2]) { return pipe2(ends, O_CLOEXEC); }

// Not by the C library: musl's has no renameat2.
int rename_to_new(const char* from, const char* to) { return static_cast<int>(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE)); }
int exchange_names(const char* a, const char* b) { return static_cast<int>(syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE)); }

timespec time_of(const struct stat& status) { return status.st_mtim; }

bool share_blocks(int from, int to) { return ioctl(to, FICLONE, from) == 0; }

ssize_t copy_in_kernel(int from, off_t* in, int to, off_t* out, std::size_t size) { return copy_file_range(from, in, to, out, size, 0); }

}  // namespace jetson
