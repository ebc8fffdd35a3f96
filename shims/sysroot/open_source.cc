#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "sysroot/packed.h"
#include "sysroot/source.h"

namespace jetson {
namespace {

Error refuse_source(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

}  // namespace

Result<std::unique_ptr<Source>> open_source(const std::string& path, const SourceNeeds& needs) {
  if (path.starts_with("ssh://")) return open_ssh_source(path, needs.rules);
  struct stat status;
  if (stat(path.c_str(), &status) != 0)
    return refuse_source("cannot read " + path + " (" + std::strerror(errno) + ")",
                  "name a directory, a tar archive, a disk image or ssh://user@host/ with a root filesystem");
  if (S_ISDIR(status.st_mode)) return open_directory_source(path);
  if (!S_ISREG(status.st_mode)) return refuse_source("neither a directory nor a file: " + path, "mount it, and name the folder");
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return refuse_source("cannot read " + path + " (" + std::strerror(errno) + ")", "make it readable for you");
  const Inside inside = look_inside(path);
  if (inside.kind == Inside::Kind::kSparseImage)
    return refuse_source("a sparse Android image, not a file system: " + path,
                  (inside.is_packed ? "unpack it, then simg2img UNPACKED" : "simg2img " + path) + " raw.img, and name raw.img");
  if (inside.images > 1) return refuse_source("several disk images in " + path, "unpack it, and name the image with the partition APP");
  if (inside.kind == Inside::Kind::kOther) return open_archive_source(path);
  if (inside.is_packed) return open_packed_source(path, needs.folder);
  return open_image_source(std::move(file), path);
}

}  // namespace jetson
