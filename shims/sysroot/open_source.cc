#include <cerrno>
#include <cstring>

#include "base/file.h"
#include "base/os.h"
#include "sysroot/packed.h"
#include "sysroot/source.h"

namespace jetson {
namespace {

Error refuse_source(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

}  // namespace

Result<std::unique_ptr<Source>> open_source(const std::string& path, const SourceNeeds& needs) {
  if (path.starts_with("ssh://")) return open_ssh_source(path, needs.rules);
  errno = 0;
  const FileInfo info = HostDisk().info(path);
  if (info.kind == FileInfo::Kind::kMissing)
    return refuse_source("cannot read " + path + " (" + std::strerror(errno != 0 ? errno : ENOENT) + ")",
                  "name a directory, a tar archive, a disk image or ssh://user@host/ with a root filesystem");
  if (info.is_directory()) return open_directory_source(path);
  if (!info.is_file()) return refuse_source("neither a directory nor a file: " + path, "mount it, and name the folder");
  Descriptor file = open_to_read(path);
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
