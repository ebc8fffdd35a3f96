#include "sysroot/staged_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "base/path.h"
#include "base/posix.h"

namespace jetson {
namespace {

Error refuse_file(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

Error exists_already(const std::string& path) { return refuse_file(path + " exists already", "name another file, or replace it by --replace"); }

}  // namespace

Result<std::unique_ptr<StagedFile>> StagedFile::open(const std::string& destination, bool replace) {
  struct stat status;
  if (lstat(destination.c_str(), &status) == 0) {
    if (!replace) return exists_already(destination);
    if (!S_ISREG(status.st_mode)) return refuse_file(destination + " is no regular file, so it is not replaced", "name another file");
  }
  const std::string path = join(parent(destination), "." + std::string(file_name(destination)) + ".partial");
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (file.get() < 0)
    return refuse_file("cannot write in " + parent(destination) + " (" + std::strerror(errno) + ")", "name another folder, or make that one writable");
  if (flock(file.get(), LOCK_EX | LOCK_NB) != 0) return refuse_file("another run is making " + destination + " just now", "wait for it");
  std::unique_ptr<StagedFile> staged(new StagedFile(destination, path, replace, std::move(file)));
  if (ftruncate(staged->descriptor(), 0) != 0) return refuse_file("cannot write " + path + " (" + std::strerror(errno) + ")", "remove it");
  return staged;
}

StagedFile::~StagedFile() {
  if (!path_.empty()) unlink(path_.c_str());
}

Failure StagedFile::commit() {
  if ((replace_ ? std::rename(path_.c_str(), destination_.c_str()) : rename_to_new(path_.c_str(), destination_.c_str())) != 0) {
    if (errno == EEXIST) return exists_already(destination_);
    return refuse_file("cannot put the file at " + destination_ + " (" + std::strerror(errno) + ")", "name another place");
  }
  path_.clear();
  return std::nullopt;
}

}  // namespace jetson
