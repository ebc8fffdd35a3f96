// The names we are called by, and what each forwards to. One executable serves them all.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "settings/settings.h"

namespace jetson {

enum class ToolKind {
  kDriver,     // clang as compiler driver
  kLinker,     // lld in its GNU form
  kBinutil,    // an LLVM tool that is forwarded to as it is
  kPkgConfig,  // the host's pkgconf or pkg-config
  kNvcc,       // the CUDA compiler of a view (cuda_view.h)
  kFatbinary,  // of a view, too, for clang alone: no name on PATH
};

struct Tool {
  std::string_view name;  // what stands behind the prefix
  ToolKind kind;
  std::string_view driver_mode;  // kDriver: what --driver-mode= gets
  std::string_view program;      // kBinutil: the LLVM tool's own name
  Program decltype(Settings::programs)::*setting;
};

// Who was called: "aarch64-jetson-nano-clang++-19.exe" is tool clang++ of prefix aarch64-jetson-nano, LLVM 19.
struct CalledName {
  std::string prefix;   // picks the settings file
  const Tool* tool;
  std::string version;  // "19" or empty
  std::string view = {};  // the CUDA view whose bin/nvcc or bin/fatbinary was called; empty for a call by one of our names
  std::string forwarder = {};  // where that is a copy: what it is a copy of, beside which our other tools lie
};

// The prefix without "-linux-gnu" at its end, so that the names which autoconf makes of --host=aarch64-jetson-linux-gnu read the same
// settings. Nothing for a name that is none of ours: no prefix, or no tool behind it.
std::optional<CalledName> parse_called_name(std::string_view path);

// All that have names on PATH, as they stand behind a prefix.
std::span<const Tool> all_tools();

// "clang, clang++, …" for messages.
std::string list_of_tools();

// The prefix under which every name of ours starts, whatever board it is for.
inline constexpr std::string_view kFamily = "aarch64-jetson";

}  // namespace jetson
