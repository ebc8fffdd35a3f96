#include "sysroot/stage.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include "base/path.h"
#include "base/posix.h"

namespace jetson {
namespace {

volatile std::sig_atomic_t received = 0;

Error stage_error(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

Error from_errno(const std::string& what, std::string fix) { return stage_error(what + " (" + std::strerror(errno) + ")", std::move(fix)); }

// Where the former one waits on file systems that cannot swap two names (NTFS by FUSE, NFS).
std::string former_of(const std::string& destination) { return join(parent(destination), "." + std::string(file_name(destination)) + ".former"); }

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = [](int signal) { received = signal; };
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

int interrupted() { return received; }

Failure check_interrupted() {
  if (received == 0) return std::nullopt;
  return stage_error("interrupted by signal " + std::to_string(received), "run it again");
}

Result<std::unique_ptr<Stage>> Stage::open(const std::string& destination, bool replace) {
  const std::string name(file_name(destination));
  // Killed between the two renames of commit(): what was there comes back.
  if (access(destination.c_str(), F_OK) != 0) rename(former_of(destination).c_str(), destination.c_str());
  struct stat status;
  const bool is_there = lstat(destination.c_str(), &status) == 0;
  if (name.empty() || name == "." || name == "..") return stage_error("a destination needs a name of its own: " + destination, "name a new folder");
  if (is_there && !replace) return stage_error(destination + " exists already", "name another place, or replace it by --replace");
  if (is_there && !S_ISDIR(status.st_mode)) return stage_error(destination + " is no directory, so it is not replaced", "remove it, or name another place");
  std::error_code code;
  std::filesystem::create_directories(parent(destination), code);
  const std::string path = join(parent(destination), "." + name + ".partial");
  if (mkdir(path.c_str(), 0755) != 0 && errno != EEXIST)
    return from_errno("cannot write in " + parent(destination), "name another place, or make that one writable");
  Descriptor lock(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (lock.get() < 0) return from_errno("cannot open " + path, "remove it");
  if (flock(lock.get(), LOCK_EX | LOCK_NB) != 0) return stage_error("another run is making " + destination + " just now", "wait for it");
  std::filesystem::remove_all(former_of(destination), code);
  for (const auto& left : std::filesystem::directory_iterator(path, code)) std::filesystem::remove_all(left.path(), code);
  return std::unique_ptr<Stage>(new Stage(destination, path, std::move(lock)));
}

Stage::~Stage() {
  std::error_code code;
  if (!path_.empty()) std::filesystem::remove_all(path_, code);
}

Failure Stage::commit() {
  if (rename_to_new(path_.c_str(), destination_.c_str()) == 0) {
    path_.clear();
    return std::nullopt;
  }
  // The former one is then at path_, and goes with the stage.
  if (errno == EEXIST && exchange_names(path_.c_str(), destination_.c_str()) == 0) return std::nullopt;
  if (errno == EINVAL || errno == ENOSYS) {
    const std::string former = former_of(destination_);
    const bool is_there = rename(destination_.c_str(), former.c_str()) == 0;
    if ((is_there || errno == ENOENT) && rename(path_.c_str(), destination_.c_str()) == 0) {
      path_ = former;
      return std::nullopt;
    }
    const int code = errno;
    if (is_there) rename(former.c_str(), destination_.c_str());
    errno = code;
  }
  return from_errno("cannot put the sysroot at " + destination_, "name another place");
}

}  // namespace jetson
