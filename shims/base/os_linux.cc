#include <fcntl.h>
#include <sys/auxv.h>
#include <sys/mman.h>
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

}  // namespace jetson
