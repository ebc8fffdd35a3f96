#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "sysroot/source.h"

namespace jetson {
namespace {

Error refuse(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

// What the first bytes tell of things that are no archive.
std::string_view known_as(const std::string& path) {
  std::array<char, 1088> bytes{};
  std::ifstream(path, std::ios::binary).read(bytes.data(), bytes.size());
  const std::string_view text(bytes.data(), bytes.size());
  if (text.starts_with("\x3a\xff\x26\xed")) return "sparse";
  // The protective boot record (type ee) tells of a GPT whose first header is damaged.
  const bool is_gpt = text.substr(512, 8) == "EFI PART" || (text[450] == '\xee' && text.substr(510, 2) == "\x55\xaa");
  if (is_gpt || text.substr(1080, 2) == "\x53\xef" || text.starts_with("LUKS")) return "image";
  return "";
}

}  // namespace

Result<std::unique_ptr<Source>> open_source(const std::string& path) {
  struct stat status;
  if (path.starts_with("ssh://"))
    return refuse("a sysroot is not made over ssh yet", "on the board: tar -C / -cf - usr lib opt etc var/lib/dpkg/status, and name that file here");
  if (stat(path.c_str(), &status) != 0)
    return refuse("cannot read " + path + " (" + std::strerror(errno) + ")", "name a directory, a tar archive or a disk image with a root filesystem");
  if (S_ISDIR(status.st_mode)) return open_directory_source(path);
  if (!S_ISREG(status.st_mode)) return refuse("neither a directory nor a file: " + path, "mount it, and name the folder");
  const std::string_view kind = known_as(path);
  if (kind == "sparse")
    return refuse("a sparse Android image, not a file system: " + path,
                  "simg2img " + path + " raw.img, and name raw.img");
  if (kind == "image") return open_image_source(path);
  return open_archive_source(path);
}

}  // namespace jetson
