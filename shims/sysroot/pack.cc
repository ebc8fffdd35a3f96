#include "sysroot/pack.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "base/file.h"
#include "base/native_path.h"
#include "base/os.h"
#include "base/path.h"
#include "base/sha256.h"
#include "sysroot/compress.h"
#include "sysroot/manifest.h"
#include "sysroot/source.h"
#include "sysroot/stage.h"
#include "sysroot/staged_file.h"

namespace jetson {
namespace {

constexpr std::size_t kPackBuffer = 1 << 18;

Error refuse_packing(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

Error changed(const std::string& path) { return refuse_packing("/" + path + " changed while it was packed", "pack again when nothing writes there"); }

// The tar archive on its way into the compressor.
class TarWriter {
 public:
  explicit TarWriter(Compressor& compressor)
      : compressor_(compressor), archive_(archive_write_new()), item_(archive_entry_new()) {
    archive_write_set_format_pax(archive_.get());
    archive_write_set_bytes_per_block(archive_.get(), kPackBuffer);
    archive_write_set_bytes_in_last_block(archive_.get(), 10240);  // tar's own blocks
    archive_write_open(archive_.get(), this, nullptr, write, nullptr);
  }

  Failure begin(const SourceEntry& entry) {
    archive_entry* const item = archive_entry_clear(item_.get());
    archive_entry_copy_pathname(item, entry.path.c_str());
    archive_entry_set_mtime(item, entry.modified.tv_sec, entry.modified.tv_nsec);
    // As they will be unpacked (tree.h), so that what was unpacked packs into the same bytes.
    archive_entry_set_perm(item, (entry.permissions & 0777) | (entry.kind == SourceEntry::Kind::kDirectory ? 0700 : 0600));
    switch (entry.kind) {
      case SourceEntry::Kind::kDirectory: archive_entry_set_filetype(item, AE_IFDIR); break;
      case SourceEntry::Kind::kLink:
        archive_entry_set_filetype(item, AE_IFLNK);
        archive_entry_copy_symlink(item, entry.target.c_str());
        break;
      case SourceEntry::Kind::kHardLink:
        archive_entry_set_filetype(item, AE_IFREG);
        archive_entry_copy_hardlink(item, entry.target.c_str());
        break;
      default: archive_entry_set_filetype(item, AE_IFREG); archive_entry_set_size(item, static_cast<la_int64_t>(entry.size));
    }
    return done(archive_write_header(archive_.get(), item));
  }

  Failure add(const void* data, std::size_t size) { return done(archive_write_data(archive_.get(), data, size)); }
  Failure finish() { return done(archive_write_close(archive_.get())); }

 private:
  struct Closer {
    void operator()(archive* writer) const { archive_write_free(writer); }
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
  };

  static la_ssize_t write(archive*, void* self, const void* data, std::size_t size) {
    auto& writer = *static_cast<TarWriter*>(self);
    if (!writer.failure_) writer.failure_ = writer.compressor_.add(data, size);
    return writer.failure_ ? -1 : static_cast<la_ssize_t>(size);
  }

  Failure done(la_ssize_t code) {
    if (failure_) return failure_;
    if (code >= 0 || code == ARCHIVE_WARN) return std::nullopt;
    const char* reason = archive_error_string(archive_.get());
    return refuse_packing(std::string("cannot write the archive (") + (reason != nullptr ? reason : "no reason given") + ")", "");
  }

  Compressor& compressor_;
  Failure failure_;
  std::unique_ptr<archive, Closer> archive_;
  std::unique_ptr<archive_entry, Closer> item_;
};

// One pass through the sysroot. The first, without a writer, sets the manifest down; the second writes the archive and compares.
class Packer final : public EntryTaker {
 public:
  Packer(std::string sysroot, Manifest& manifest, TarWriter* writer, PackReport& report)
      : sysroot_(std::move(sysroot)), manifest_(manifest), writer_(writer), report_(report), buffer_(kPackBuffer) {}

  bool wants_below(const std::string&) override { return true; }

  Failure take(const SourceEntry& entry, Content*) override {
    if (entry.path == kManifestName) return std::nullopt;  // of an archive that was unpacked by tar
    if (entry.kind == SourceEntry::Kind::kOther) {
      report_.passed_over += writer_ == nullptr;
      return std::nullopt;
    }
    if (auto failure = check_interrupted()) return failure;
    if (writer_ != nullptr)
      if (auto failure = writer_->begin(entry)) return failure;
    std::string sum;
    if (entry.kind == SourceEntry::Kind::kFile)
      if (auto failure = read_file(entry, sum)) return failure;
    const std::string line = build_manifest_line(entry, sum);
    if (writer_ != nullptr) return manifest_.expect(line, entry.path) == Manifest::Match::kSame ? Failure() : changed(entry.path);
    report_.files += entry.kind != SourceEntry::Kind::kDirectory;
    report_.bytes += entry.size * (entry.kind == SourceEntry::Kind::kFile);
    return manifest_.add(line);
  }

 private:
  Failure read_file(const SourceEntry& entry, std::string& sum) {
    const std::string path = sysroot_ + "/" + entry.path;
    const Descriptor file = open_unlinked(path);
    if (file.get() < 0) return refuse_packing("cannot read " + path + " (" + std::strerror(errno) + ")", "make it readable for you");
    for (std::uint64_t left = entry.size; left > 0;) {
      const std::ptrdiff_t n = read_at(file.get(), buffer_.data(), std::min<std::uint64_t>(left, buffer_.size()), entry.size - left);
      if (auto failure = check_interrupted()) return failure;
      if (n < 0) return refuse_packing("cannot read " + path + " (" + std::strerror(errno) + ")", "repair that file, or remove it");
      if (n == 0) return changed(entry.path);
      sum_.add(buffer_.data(), static_cast<std::size_t>(n));
      if (writer_ != nullptr)
        if (auto failure = writer_->add(buffer_.data(), static_cast<std::size_t>(n))) return failure;
      left -= static_cast<std::uint64_t>(n);
    }
    sum = sum_.take_hex();
    return std::nullopt;
  }

  std::string sysroot_;
  Manifest& manifest_;
  TarWriter* writer_;
  PackReport& report_;
  Sha256 sum_;
  std::vector<char> buffer_;
};

// The passes of a source under names of their own, the whole of the second known from the first.
class Named final : public Progress {
 public:
  Named(Progress& shown, std::string name, std::uint64_t total) : shown_(shown), name_(std::move(name)), total_(total) {}
  void begin(std::string_view, std::uint64_t) override { shown_.begin(name_, total_); }
  void advance(std::uint64_t bytes) override { shown_.advance(bytes); }
  void end() override { shown_.end(); }

 private:
  Progress& shown_;
  std::string name_;
  std::uint64_t total_;
};

Failure write_manifest(const Manifest& manifest, std::uint64_t size, TarWriter& writer) {
  const SourceEntry entry{.kind = SourceEntry::Kind::kFile, .path = std::string(kManifestName), .target = {}, .permissions = 0644, .size = size};
  if (auto failure = writer.begin(entry)) return failure;
  std::vector<char> buffer(kPackBuffer);
  std::uint64_t at = 0;
  for (std::ptrdiff_t n; (n = read_at(manifest.descriptor(), buffer.data(), buffer.size(), at)) > 0; at += static_cast<std::uint64_t>(n))
    if (auto failure = writer.add(buffer.data(), static_cast<std::size_t>(n))) return failure;
  return std::nullopt;
}

Error wrong_name(std::string what, const std::string& ends) {
  return {.what = std::move(what), .where = {}, .fix = "name a file that ends in " + ends, .fault = Fault::kUsage, .more = {}};
}

Failure check_request(const PackRequest& request) {
  const bool is_xz = request.file.ends_with(".tar.xz");
  if (!is_xz && !request.file.ends_with(".tar.zst"))
    return wrong_name("what kind of archive is meant by " + request.file, ".tar.zst or .tar.xz");
  if (request.smallest && !is_xz)
    return wrong_name("the smallest archive is a .tar.xz, not " + request.file, ".tar.xz");
  if (!HostDisk().info(request.sysroot + "/usr/lib").is_directory())
    return refuse_packing("this is no sysroot, it has no usr/lib: " + request.sysroot, "name the folder that `aarch64-jetson sysroot make` made");
  std::error_code code;
  const std::string tree = path_text(std::filesystem::weakly_canonical(native_path(request.sysroot), code));
  if (is_within(path_text(std::filesystem::weakly_canonical(native_path(request.file), code)), tree))
    return refuse_packing("the archive would lie in the sysroot it is made of: " + request.file, "name another place");
  return std::nullopt;
}

}  // namespace

Result<PackReport> pack_sysroot(const PackRequest& request, Progress& progress) {
  if (auto failure = check_request(request)) return *failure;
  auto staged = StagedFile::open(request.file, request.replace);
  if (!staged) return staged.error();
  auto manifest = Manifest::make(parent(request.file));
  if (!manifest) return manifest.error();
  auto source = open_directory_source(request.sysroot);
  if (!source) return source.error();

  PackReport report;
  if (auto failure = manifest->begin(load_release_files(request.sysroot))) return *failure;
  Packer lister(request.sysroot, *manifest, nullptr, report);
  Named summing(progress, "checksums of " + request.sysroot, 0);
  if (auto failure = (*source)->read(lister, summing)) return *failure;
  const auto size = manifest->finish();
  if (!size) return size.error();

  const int file = (*staged)->descriptor();
  const auto compressor = request.file.ends_with(".xz") ? make_xz_compressor(file, request.file) : make_zstd_compressor(file, request.file);
  TarWriter writer(*compressor);
  if (auto failure = write_manifest(*manifest, *size, writer)) return *failure;
  manifest->rewind();
  Packer packer(request.sysroot, *manifest, &writer, report);
  Named packing(progress, "packing " + request.file, report.bytes);
  if (auto failure = (*source)->read(packer, packing)) return *failure;
  if (!manifest->is_at_end()) return changed("");
  if (auto failure = writer.finish()) return *failure;
  if (auto failure = compressor->finish()) return *failure;
  report.size = file_size_of(file);
  if (auto failure = (*staged)->commit()) return *failure;
  return report;
}

}  // namespace jetson
