// A name in a Python wheel, which can hold no links, and fifty times the forwarder would be 25 MB: becomes the aarch64-jetson-clang beside
// it, called as it was called itself. Without our layers and the C++ library it has 5 kB.
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

namespace {

constexpr char kForwarder[] = "aarch64-jetson-clang";

// The file this process runs, links resolved; empty where the system cannot tell.
#ifdef __APPLE__
void write_own_path(char (&path)[PATH_MAX]) {
  char called[PATH_MAX];
  uint32_t size = sizeof called;
  if (_NSGetExecutablePath(called, &size) != 0 || realpath(called, path) == nullptr) path[0] = '\0';
}
#else
void write_own_path(char (&path)[PATH_MAX]) {
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
  path[length < 0 ? 0 : length] = '\0';
}
#endif

}  // namespace

int main(int, char** argv) {
  char own[PATH_MAX], forwarder[PATH_MAX + sizeof kForwarder];
  write_own_path(own);
  const char* slash = strrchr(own, '/');
  const size_t folder = slash == nullptr ? 0 : static_cast<size_t>(slash - own) + 1;
  memcpy(forwarder, own, folder);
  memcpy(forwarder + folder, kForwarder, sizeof kForwarder);
  execv(forwarder, argv);
  const char* const words[] = {kForwarder, ": error: cannot run ", forwarder, "\n  fix:   install the package again\n"};
  for (const char* word : words)
    if (write(2, word, strlen(word)) < 0) break;
  return 255;
}
