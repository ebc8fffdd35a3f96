#include "base/os.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/descriptor.h"
#include "base/path.h"
#include "base/posix.h"
#include "base/response_file.h"

extern char** environ;

namespace jetson {
namespace {

Error file_error(std::string what, const std::string& path) {
  return Error{.what = std::move(what) + ": " + path, .where = {}, .fix = {}, .more = {}};
}

Error unreadable(const std::string& path) { return file_error(std::string("cannot be read (") + std::strerror(errno) + ")", path); }

std::vector<char*> pointers(std::span<const std::string> words) {
  std::vector<char*> out;
  out.reserve(words.size() + 1);
  for (const std::string& word : words) out.push_back(const_cast<char*>(word.c_str()));
  out.push_back(nullptr);
  return out;
}

// Left open: the program we become reads it.
Result<std::string> store_in_memory(const std::string& text) {
  Descriptor file(open_response_file());
  if (file.get() < 0 || !write_all(file.get(), text) || lseek(file.get(), 0, SEEK_SET) < 0)
    return Error{.what = std::string("this command is too long for the system, and no response file could be made for it (") +
                         std::strerror(errno) + ")",
                 .where = {},
                 .fix = "put the arguments in a response file (@file)",
                 .more = {}};
  return response_file_path(file.release());
}

Error exec_error(const std::string& program, int code) {
  Error error = file_error(std::string("cannot run (") + std::strerror(code) + ")", program);
  if (code == ENOENT) error.fix = "install it, or correct its path in the settings; a script needs its interpreter, too";
  if (code == EACCES) error.fix = "make it executable (chmod +x), or name another program in the settings";
  if (code == ENOEXEC) error.fix = "it is no program for this machine: name another in the settings";
  if (code == ETXTBSY) error.fix = "it is being written just now: wait until its installation is finished";
  if (code == E2BIG) error.fix = "the arguments and the environment are longer than the system takes: use a response file (@file)";
  return error;
}

}  // namespace

FileInfo HostDisk::info(const std::string& path) const {
  struct stat status;
  FileInfo info;
  if (stat(path.c_str(), &status) != 0) return info;
  info.kind = S_ISREG(status.st_mode)   ? FileInfo::Kind::kFile
              : S_ISDIR(status.st_mode) ? FileInfo::Kind::kDirectory
                                        : FileInfo::Kind::kOther;
  // Bits that are set for others only do not let us run it.
  info.executable = S_ISREG(status.st_mode) && (status.st_mode & (S_IXUSR | S_IXGRP | S_IXOTH)) != 0 &&
                    faccessat(AT_FDCWD, path.c_str(), X_OK, AT_EACCESS) == 0;
  info.is_trusted = (status.st_uid == geteuid() || status.st_uid == 0) && (status.st_mode & S_IWOTH) == 0;
  info.size = static_cast<std::uint64_t>(status.st_size);
  info.device = static_cast<std::uint64_t>(status.st_dev);
  info.inode = static_cast<std::uint64_t>(status.st_ino);
  return info;
}

Entry HostDisk::entry(const std::string& path) const {
  char text[PATH_MAX];
  const ssize_t length = readlink(path.c_str(), text, sizeof text);
  if (length >= 0) return {true, std::string(text, static_cast<std::size_t>(length))};
  // EINVAL: it is there, and no link.
  return {errno == EINVAL, std::nullopt};
}

std::vector<std::string> HostDisk::list(const std::string& path) const {
  std::vector<std::string> names;
  DIR* directory = opendir(path.c_str());
  if (directory == nullptr) return names;
  while (const dirent* entry = readdir(directory)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  closedir(directory);
  return names;
}

std::optional<std::string> HostDisk::real_path(const std::string& path) const {
  char text[PATH_MAX];
  if (realpath(path.c_str(), text) == nullptr) return std::nullopt;
  return std::string(text);
}

Result<std::string> HostDisk::read(const std::string& path, std::size_t limit) const {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return unreadable(path);
  struct stat status;
  if (fstat(file.get(), &status) != 0) return unreadable(path);
  if (S_ISDIR(status.st_mode)) return file_error("is a directory, not a file", path);
  if (!S_ISREG(status.st_mode)) return file_error("is no regular file", path);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > limit) return file_error("is larger than " + std::to_string(limit >> 10) + " kB", path);
  // To the end of the file, not to the size: it may be growing or shrinking while it is read.
  std::string text(size + 1, '\0');
  std::size_t length = 0;
  while (true) {
    const ssize_t n = ::read(file.get(), text.data() + length, text.size() - length);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return unreadable(path);
    if (n == 0) break;
    length += static_cast<std::size_t>(n);
    if (length > limit) return file_error("is larger than " + std::to_string(limit >> 10) + " kB", path);
    if (length == text.size()) text.resize(2 * text.size());
  }
  text.resize(length);
  return text;
}

Environment process_environment() {
  std::vector<std::string> lines;
  for (char** line = environ; line != nullptr && *line != nullptr; ++line) lines.emplace_back(*line);
  return Environment(std::move(lines));
}

std::string called_name(int argc, char** argv) {
  if (argc > 0 && argv[0] != nullptr && argv[0][0] != '\0') return argv[0];
  return invoked_path(executable_path());
}

Error exec_program(const std::string& program, std::span<const std::string> arguments, const Environment& environment,
                   std::size_t first_movable) {
  const std::vector<char*> environment_lines = pointers(environment.lines());
  execve(program.c_str(), pointers(arguments).data(), environment_lines.data());
  if (errno == E2BIG && first_movable > 0) {
    const auto shorter = move_to_response_files(arguments, first_movable, store_in_memory);
    if (!shorter) return shorter.error();
    execve(program.c_str(), pointers(*shorter).data(), environment_lines.data());
  }
  return exec_error(program, errno);
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = write(descriptor, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace jetson
