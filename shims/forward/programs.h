// Finds the clang, lld and LLVM tools of this machine, and never one of ourselves.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/disk.h"
#include "base/environment.h"
#include "base/error.h"
#include "settings/settings.h"

namespace jetson {

class Programs {
 public:
  // `own_executable`: the file this process runs.
  Programs(const Settings& settings, const Environment& environment, const Disk& disk, std::string own_executable);

  // A path that can be run, then leading arguments. `version` ("19", from a name such as aarch64-jetson-clang-19) has the last word.
  // Where the settings name no clang: `clang` on PATH, else the highest clang-N.
  Result<Words> clang(std::string_view version = {}) const;

  // Where the settings name no lld: ld.lld beside the real clang, else ld.lld-N of the same N on PATH, else ld.lld, else the highest.
  Result<Words> lld(std::string_view version = {}) const;

  // The same for `llvm-ar` and its kin.
  Result<Words> llvm_tool(std::string_view name, const Program& setting, std::string_view key, std::string_view version = {}) const;

  // pkgconf or pkg-config.
  Result<Words> pkg_config() const;

  // The launcher of the settings (ccache, …), empty where there is none.
  Result<Words> launcher() const;

  // The release of LLVM `clang` belongs to, read from where it lies (…/lib/clang/19 beside its bin); nothing where that does not tell.
  std::optional<int> llvm_release(const Words& clang) const;

 private:
  // With the ending of programs (base/host.h), if need be.
  std::optional<std::string> on_path(std::string_view name) const;
  std::optional<std::string> highest_on_path(std::string_view name) const;
  bool is_ours(const std::string& path) const;
  Result<Words> chosen(const Program& setting, std::string_view key) const;
  Result<Words> beside_clang(std::string_view name, std::string_view version, Error missing) const;

  const Settings& settings_;
  const Disk& disk_;
  std::string own_executable_;
  std::vector<std::string> path_;
};

}  // namespace jetson
