// The first entry of a packed sysroot, kManifestName: one JSON document that tells what follows.
//
//   {"format": "aarch64-jetson sysroot 1", "release": {"nv_tegra_release": "# R36 (release), …", "os-release": "NAME=…\n…"}, "entries": [
//   {"path": "lib", "kind": "link", "target": "usr/lib"},
//   {"path": "usr", "kind": "directory"},
//   {"path": "usr/lib/a", "kind": "file", "size": 3, "sha256": "ba78…"},
//   {"path": "usr/lib/b", "kind": "hard link", "target": "usr/lib/a"}
//   ]}
//
// "entries" has every entry of the archive behind this one, in the archive's order, each on a line of its own and written in just this way:
// whoever reads the archive writes the line that should come next and compares, and holds a million of them in no memory. Bytes of names
// that are not UTF-8 are lone surrogates (base/text.h).
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "sysroot/source.h"

namespace jetson {

inline constexpr std::string_view kManifestName = ".aarch64-jetson-manifest.json";

// What a sysroot is of, by its own files; empty where it has none.
struct ReleaseFiles {
  std::string nv_tegra_release;  // the first line of etc/nv_tegra_release
  std::string os_release;        // all of etc/os-release
};
// Links are followed inside.
ReleaseFiles load_release_files(const std::string& sysroot);

// The lines of the document, without line ends and commas. `sha256` is of a file, else empty.
std::string build_manifest_head(const ReleaseFiles& files);
std::string build_manifest_line(const SourceEntry& entry, std::string_view sha256);

// A manifest on its way: written once, then read line by line beside the entries it tells of. In a file that has no name, in the given
// directory.
class Manifest {
 public:
  static Result<Manifest> make(const std::string& directory);

  Failure begin(const ReleaseFiles& files);
  Failure add(const std::string& line);
  // No more lines; its size in bytes.
  Result<std::uint64_t> finish();

  // The file, open for reading and writing, its position of no account.
  int descriptor() const { return fileno(file_.get()); }

  enum class Match { kSame, kOtherContent, kOtherEntry };
  // Back to the first entry. False where this is no manifest, or one of another format.
  bool rewind();
  // Whether `line`, which is of `path`, is what the manifest has next.
  Match expect(const std::string& line, const std::string& path);
  // Whether there are no more.
  bool is_at_end();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  explicit Manifest(std::FILE* file) : file_(file) {}
  Failure put(std::string_view text);
  std::unique_ptr<std::FILE, Closer> file_;
  bool has_lines_ = false;
};

}  // namespace jetson
