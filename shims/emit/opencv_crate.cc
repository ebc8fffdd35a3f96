#include "emit/opencv_crate.h"

#include "base/path.h"
#include "emit/cargo.h"

namespace jetson {
namespace {

// From the crate's CHANGES.md. Its generator panics with a libclang that is too new for it.
struct Era {
  std::string_view before;  // versions below this one
  int newest_libclang;
  bool has_clang_args, has_cmake_toolchain;
};
constexpr Era kEras[] = {
    {"0.88.2", 16, false, false},
    {"0.93", 18, false, false},
    {"0.93.2", 18, true, false},
    {"0.96", 99, true, false},
    {"99999", 99, true, true},
};

const Era& era_of(const std::string& version) {
  for (const Era& era : kEras)
    if (version_less(version, era.before)) return era;
  return kEras[std::size(kEras) - 1];
}

std::string comma_list(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : ",").append(word);
  return text;
}

// For a crate that cannot read the newest headers the oldest libclang is the best guess: 0.86.1 was tried with 14.
std::optional<LibClang> libclang_for(const Facts& facts, const Era& era) {
  if (facts.libclang && facts.libclang->release <= era.newest_libclang) return facts.libclang;
  for (const LibClang& one : facts.all_libclang)
    if (one.release >= 14 && one.release <= era.newest_libclang) return one;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> find_opencv_version(std::string_view lock) {
  constexpr std::string_view kName = "\nname = \"opencv\"\n", kVersion = "version = \"";
  std::optional<std::string> highest;
  for (std::size_t at = lock.find(kName); at != std::string_view::npos; at = lock.find(kName, at + 1)) {
    std::string_view rest = lock.substr(at + kName.size());
    if (!rest.starts_with(kVersion)) continue;
    rest.remove_prefix(kVersion.size());
    const std::string version(rest.substr(0, rest.find('"')));
    if (!highest || version_less(*highest, version)) highest = version;
  }
  return highest;
}

Result<std::vector<TomlEntry>> build_opencv_entries(const Facts& facts, const std::string& version) {
  if (!facts.opencv)
    return Error{.what = "the sysroot has no OpenCV that can be built against: " + facts.sysroot,
                 .where = "looked for opencv2/core/version.hpp and libopencv_core.so in /opt/opencv*, /usr/local and /usr",
                 .fix = "install libopencv-dev on the board before making the sysroot",
                 .more = {}};
  const Era& era = era_of(version);
  const auto libclang = libclang_for(facts, era);
  if (!libclang)
    return Error{.what = "opencv " + version + " needs a libclang of LLVM 14 to " + std::to_string(era.newest_libclang) + ", and none is installed",
                 .where = {},
                 .fix = "install libclang-14-dev, or use opencv 0.93.2 or newer",
                 .more = {}};
  std::vector<TomlEntry> entries;
  const auto add = [&](std::string key, const std::string& value, std::string comment = {}) {
    entries.push_back({"env", std::move(key), toml_string(value), std::move(comment)});
  };
  // This and CLANG_PATH reach bindgen in crates for this machine, too: they are here for nothing but opencv's generator.
  add("LIBCLANG_PATH", libclang->folder, "for opencv " + version);
  add("CLANG_PATH", facts.tool("clang"), "opencv asks it for the sysroot's headers; crates that run bindgen for this machine get them, too");
  if (era.has_clang_args) {
    std::string arguments = "--target=" + std::string(kRustTarget) + " " + shell_word("--sysroot=" + facts.sysroot);
    if (!libclang->resource_dir.empty()) arguments += " " + shell_word("-resource-dir=" + libclang->resource_dir);
    add("OPENCV_CLANG_ARGS", arguments);
  }
  if (era.has_cmake_toolchain) {
    add("OPENCV_CMAKE_TOOLCHAIN_FILE", facts.cmake_file());
    return entries;
  }
  add("OPENCV_LINK_LIBS", comma_list(facts.opencv->libraries));
  add("OPENCV_LINK_PATHS", facts.opencv->library);
  add("OPENCV_INCLUDE_PATHS", comma_list(facts.opencv->include));
  add("OPENCV_DISABLE_PROBES", "pkg_config,cmake,vcpkg_cmake,vcpkg", "they would find this machine's");
  return entries;
}

}  // namespace jetson
