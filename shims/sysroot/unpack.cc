#include "sysroot/unpack.h"

#include <cerrno>
#include <cstring>
#include <vector>

#include "base/file.h"
#include "base/os.h"
#include "base/path.h"
#include "base/sha256.h"
#include "sysroot/manifest.h"
#include "sysroot/source.h"
#include "sysroot/stage.h"
#include "sysroot/tree.h"

namespace jetson {
namespace {

Error refuse_unpacking(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

// The sum of a file as it was written, read back.
class SummedContent final : public Content {
 public:
  SummedContent(Content& content, std::string path, std::vector<char>& buffer) : content_(content), path_(std::move(path)), buffer_(buffer) {}

  Failure write_to(int descriptor) override {
    if (auto failure = content_.write_to(descriptor)) return failure;
    std::uint64_t at = 0;
    for (std::ptrdiff_t n; (n = read_at(descriptor, buffer_.data(), buffer_.size(), at)) != 0; at += static_cast<std::uint64_t>(n)) {
      if (n < 0) return refuse_unpacking("cannot read back /" + path_ + " (" + std::strerror(errno) + ")", "name a destination on another disk");
      if (auto failure = check_interrupted()) return failure;
      sum_.add(buffer_.data(), static_cast<std::size_t>(n));
    }
    return std::nullopt;
  }

  std::string take_sum() { return sum_.take_hex(); }

 private:
  Content& content_;
  std::string path_;
  std::vector<char>& buffer_;
  Sha256 sum_;
};

class Unpacker final : public EntryTaker {
 public:
  Unpacker(const std::string& file, Manifest& manifest, Tree& tree, UnpackReport& report)
      : file_(file), manifest_(manifest), tree_(tree), report_(report), buffer_(1 << 18) {}

  bool wants_below(const std::string&) override { return true; }

  Failure take(const SourceEntry& entry, Content* content) override {
    if (auto failure = check_interrupted()) return failure;
    if (!has_manifest_) return take_manifest(entry, content);
    std::string sum;
    if (entry.kind == SourceEntry::Kind::kFile && content != nullptr) {
      SummedContent summed(*content, entry.path, buffer_);
      if (auto failure = tree_.write(entry, &summed)) return failure;
      sum = summed.take_sum();
    } else if (auto failure = tree_.write(entry, nullptr)) {
      return failure;
    }
    tree_.take_links();  // nobody will mend them; a million take memory
    report_.files += entry.kind != SourceEntry::Kind::kDirectory;
    report_.bytes += entry.size;
    switch (manifest_.expect(build_manifest_line(entry, sum), entry.path)) {
      case Manifest::Match::kSame: return std::nullopt;
      case Manifest::Match::kOtherContent: return damaged("/" + entry.path + " is not what the manifest says");
      case Manifest::Match::kOtherEntry: break;
    }
    return damaged("the manifest lists another file where the archive has /" + entry.path);
  }

  Failure finish() {
    if (!has_manifest_) return no_manifest();
    if (!manifest_.is_at_end()) return damaged("the manifest lists files that the archive lacks");
    return std::nullopt;
  }

  Error damaged(std::string what) const {
    return {.what = std::move(what), .where = file_, .fix = "fetch the archive again, or make it again by `aarch64-jetson sysroot pack`", .more = {}};
  }

 private:
  Error no_manifest() const {
    return refuse_unpacking("no manifest leads " + file_ + ", so it is no archive of `aarch64-jetson sysroot pack`",
                  "if it holds a root filesystem: aarch64-jetson sysroot make " + file_ + " DEST");
  }

  Failure take_manifest(const SourceEntry& entry, Content* content) {
    if (entry.path != kManifestName || entry.kind != SourceEntry::Kind::kFile || content == nullptr) return no_manifest();
    if (auto failure = content->write_to(manifest_.descriptor())) return failure;
    if (!manifest_.rewind())
      return refuse_unpacking("the manifest of " + file_ + " is damaged, or of a newer form than this program reads",
                    "fetch the archive again, or use the aarch64-jetson that packed it");
    has_manifest_ = true;
    return std::nullopt;
  }

  const std::string& file_;
  Manifest& manifest_;
  Tree& tree_;
  UnpackReport& report_;
  std::vector<char> buffer_;
  bool has_manifest_ = false;
};

}  // namespace

Result<UnpackReport> unpack_sysroot(const UnpackRequest& request, Progress& progress) {
  if (const FileInfo info = HostDisk().info(request.file); info.kind != FileInfo::Kind::kMissing && !info.is_file())
    return refuse_unpacking("not a file: " + request.file, "name an archive that `aarch64-jetson sysroot pack` made");
  auto source = open_archive_source(request.file);
  if (!source) return source.error();
  auto stage = Stage::open(request.destination, request.replace);
  if (!stage) return stage.error();
  auto manifest = Manifest::make(parent((*stage)->path()));
  if (!manifest) return manifest.error();
  auto tree = Tree::open((*stage)->path());
  if (!tree) return tree.error();

  UnpackReport report;
  Unpacker unpacker(request.file, *manifest, **tree, report);
  if (auto failure = (*source)->read(unpacker, progress)) return *failure;
  if (auto failure = unpacker.finish()) return *failure;
  // What the source passed over is in no manifest.
  for (const std::string& remark : (*source)->remarks()) return unpacker.damaged(remark);
  if (auto failure = (*tree)->finish()) return *failure;
  report.remarks = (*tree)->clashes();
  if (auto failure = (*stage)->commit()) return *failure;
  return report;
}

}  // namespace jetson
