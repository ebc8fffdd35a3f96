#include "sysroot/manifest.h"

#include "base/file.h"
#include "base/os.h"
#include "base/text.h"
#include "forward/sysroot.h"
#include "sysroot/copy.h"

namespace jetson {
namespace {

constexpr std::string_view kHead = "{\"format\": \"aarch64-jetson sysroot 1\", \"release\": {";
constexpr std::string_view kEnd = "\n]}\n";
constexpr std::size_t kLongestReleaseFile = 1 << 16;

std::string load_text(const std::string& sysroot, const std::string& path) {
  const HostDisk disk;
  const auto place = Sysroot(sysroot, disk).resolve(path);
  if (!place) return {};
  const auto text = disk.read(sysroot + *place, kLongestReleaseFile);
  return text ? *text : std::string();
}

std::string begin_line(const std::string& path) { return "{\"path\": " + json_quote(path); }

}  // namespace

ReleaseFiles load_release_files(const std::string& sysroot) {
  ReleaseFiles files{.nv_tegra_release = load_text(sysroot, "/etc/nv_tegra_release"), .os_release = load_text(sysroot, "/etc/os-release")};
  files.nv_tegra_release = files.nv_tegra_release.substr(0, files.nv_tegra_release.find('\n'));
  return files;
}

std::string build_manifest_head(const ReleaseFiles& files) {
  return std::string(kHead) + "\"nv_tegra_release\": " + json_quote(files.nv_tegra_release) + ", \"os-release\": " +
         json_quote(files.os_release) + "}, \"entries\": [";
}

std::string build_manifest_line(const SourceEntry& entry, std::string_view sha256) {
  std::string line = begin_line(entry.path);
  switch (entry.kind) {
    case SourceEntry::Kind::kDirectory: line += ", \"kind\": \"directory\""; break;
    case SourceEntry::Kind::kFile:
      line.append(", \"kind\": \"file\", \"size\": ").append(std::to_string(entry.size)).append(", \"sha256\": \"").append(sha256).append("\"");
      break;
    case SourceEntry::Kind::kLink: line += ", \"kind\": \"link\", \"target\": " + json_quote(entry.target); break;
    case SourceEntry::Kind::kHardLink: line += ", \"kind\": \"hard link\", \"target\": " + json_quote(entry.target); break;
    case SourceEntry::Kind::kOther: line += ", \"kind\": \"other\""; break;
  }
  return line + "}";
}

Result<Manifest> Manifest::make(const std::string& directory) {
  Descriptor file = create_nameless_file(directory);
  std::FILE* const stream = file.get() < 0 ? nullptr : fdopen(file.get(), "w+b");
  if (stream == nullptr) return write_error("a temporary file in " + directory);
  file.release();
  return Manifest(stream);
}

Failure Manifest::begin(const ReleaseFiles& files) { return put(build_manifest_head(files) + "\n"); }

Failure Manifest::add(const std::string& line) {
  auto failure = put((has_lines_ ? ",\n" : "") + line);
  has_lines_ = true;
  return failure;
}

Result<std::uint64_t> Manifest::finish() {
  if (auto failure = put(kEnd)) return *failure;
  if (std::fflush(file_.get()) != 0) return write_error("the manifest");
  return static_cast<std::uint64_t>(ftello(file_.get()));
}

Failure Manifest::put(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) == text.size()) return std::nullopt;
  return write_error("the manifest");
}

bool Manifest::rewind() {
  if (std::fseek(file_.get(), 0, SEEK_SET) != 0) return false;
  std::string start(kHead.size(), '\0');
  if (std::fread(start.data(), 1, start.size(), file_.get()) != start.size() || start != kHead) return false;
  int c;
  while ((c = std::getc(file_.get())) != EOF && c != '\n') continue;
  return c == '\n';
}

Manifest::Match Manifest::expect(const std::string& line, const std::string& path) {
  std::string found(line.size(), '\0');
  found.resize(std::fread(found.data(), 1, found.size(), file_.get()));
  if (found != line) return found.starts_with(begin_line(path) + ",") ? Match::kOtherContent : Match::kOtherEntry;
  int c = std::getc(file_.get());
  if (c == ',') c = std::getc(file_.get());
  return c == '\n' ? Match::kSame : Match::kOtherContent;
}

bool Manifest::is_at_end() {
  std::string rest(3, '\0');
  rest.resize(std::fread(rest.data(), 1, rest.size(), file_.get()));
  return rest == "]}\n" && std::getc(file_.get()) == EOF;
}

}  // namespace jetson
