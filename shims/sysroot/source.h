// A root filesystem to be read, wherever it lies: a directory, an archive, a disk image, a running board. One pass, in the source's own order.
#pragma once

#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "base/error.h"
#include "sysroot/keep.h"
#include "sysroot/progress.h"

namespace jetson {

struct SourceEntry {
  enum class Kind { kDirectory, kFile, kLink, kHardLink, kOther };  // kOther: devices, sockets, FIFOs
  Kind kind = Kind::kOther;
  std::string path;    // "usr/lib/libm.so": no slash at either end, no "." or ".." or empty component; the root itself is not reported
  std::string target;  // of a link: its text as it is; of a hard link: the path of an entry reported before
  std::uint32_t permissions = 0755;  // 07777
  timespec modified{};
  std::uint64_t size = 0;  // bytes, of a file
};

// What is in a file; valid only while its entry is being taken.
class Content {
 public:
  virtual ~Content() = default;
  // Writes all of it to an empty regular file that is open for reading, too, with holes where the source has holes; the failure says which side it was.
  virtual Failure write_to(int descriptor) = 0;
  // Makes the file itself another name of this one, where that was asked for and can be.
  virtual bool link_to(int /*directory*/, const std::string& /*name*/) { return false; }
};

class EntryTaker {
 public:
  virtual ~EntryTaker() = default;
  // Whether anything below this directory can be wanted: sources that can pass over it cheaply ask.
  virtual bool wants_below(const std::string& directory) = 0;
  // `content` is null but for files. A failure ends the pass.
  virtual Failure take(const SourceEntry& entry, Content* content) = 0;
};

class Source {
 public:
  virtual ~Source() = default;
  // Names that are absolute, hold ".." or NUL, and the like are counted and passed over, never reported. May be called again.
  virtual Failure read(EntryTaker& taker, Progress& progress) = 0;
  // One sentence each on what was passed over or looked odd, after read().
  virtual std::vector<std::string> remarks() const { return {}; }
};

// What some sources need besides a path.
struct SourceNeeds {
  const KeepRules& rules;  // so that only what is kept crosses a wire
  std::string folder;      // where a packed image is unpacked: that of the destination
};

// By what `path` is: "ssh://…", a directory, or a tar archive or a disk image by its content (not its name). Refusals say what to do instead.
Result<std::unique_ptr<Source>> open_source(const std::string& path, const SourceNeeds& needs);

// One each, in its own file; open_source() chooses.
// `share`: its files can be linked to (Content::link_to).
Result<std::unique_ptr<Source>> open_directory_source(const std::string& path, bool share = false);
Result<std::unique_ptr<Source>> open_archive_source(const std::string& path);
// A GPT with a partition named APP or APP_b, or a bare ext4 file system, in an open file; `path` is for messages.
Result<std::unique_ptr<Source>> open_image_source(Descriptor file, const std::string& path);
// The same compressed; unpacked by the first read().
std::unique_ptr<Source> open_packed_source(const std::string& path, const std::string& folder);
// A running board; asked by the first read().
Result<std::unique_ptr<Source>> open_ssh_source(const std::string& address, const KeepRules& rules);

}  // namespace jetson
