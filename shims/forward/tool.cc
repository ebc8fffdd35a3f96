#include "forward/tool.h"

#include <algorithm>
#include <iterator>

#include "base/path.h"

namespace jetson {
namespace {

using Programs = decltype(Settings::programs);

constexpr Tool driver(std::string_view name, std::string_view mode) {
  return {name, ToolKind::kDriver, mode, "", &Programs::clang};
}

constexpr Tool linker(std::string_view name) { return {name, ToolKind::kLinker, "", "", &Programs::lld}; }

constexpr Tool binutil(std::string_view name, std::string_view program, Program Programs::*setting) {
  return {name, ToolKind::kBinutil, "", program, setting};
}

// CMake looks for <prefix>llvm-ar and its kin before <prefix>ar, and takes only those for link-time optimization.
constexpr Tool kTools[] = {
    driver("clang", "gcc"),
    driver("clang++", "g++"),
    driver("cc", "gcc"),
    driver("c++", "g++"),
    driver("gcc", "gcc"),
    driver("g++", "g++"),
    driver("cpp", "cpp"),
    linker("ld"),
    linker("ld.lld"),
    binutil("ar", "llvm-ar", &Programs::ar),
    binutil("ranlib", "llvm-ranlib", &Programs::ranlib),
    binutil("nm", "llvm-nm", &Programs::nm),
    binutil("strip", "llvm-strip", &Programs::strip),
    binutil("objcopy", "llvm-objcopy", &Programs::objcopy),
    binutil("objdump", "llvm-objdump", &Programs::objdump),
    binutil("readelf", "llvm-readelf", &Programs::readelf),
    binutil("size", "llvm-size", &Programs::size),
    binutil("strings", "llvm-strings", &Programs::strings),
    binutil("addr2line", "llvm-addr2line", &Programs::addr2line),
    binutil("llvm-ar", "llvm-ar", &Programs::ar),
    binutil("llvm-ranlib", "llvm-ranlib", &Programs::ranlib),
    binutil("llvm-nm", "llvm-nm", &Programs::nm),
    binutil("llvm-strip", "llvm-strip", &Programs::strip),
    binutil("llvm-objcopy", "llvm-objcopy", &Programs::objcopy),
    {"pkg-config", ToolKind::kPkgConfig, "", "", &Programs::pkg_config},
    {"nvcc", ToolKind::kNvcc, "", "", nullptr},
    {"fatbinary", ToolKind::kFatbinary, "", "", nullptr},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool ends_in_exe(std::string_view name) {
  constexpr std::string_view kEnding = ".exe";
  if (name.size() < kEnding.size()) return false;
  return std::equal(kEnding.begin(), kEnding.end(), name.end() - kEnding.size(), [](char a, char b) { return a == lower(b); });
}

// Shells and file systems that know only capitals hand us "AARCH64-JETSON-CLANG.EXE"; any other spelling is meant as it is, since
// the prefix names a settings file.
std::string unshouted(std::string_view name) {
  std::string out(name);
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::any_of(name.begin(), name.end(), is_lower)) return out;
  for (char& c : out) c = lower(c);
  return out;
}

// Takes "-19" or "-19.1" off the end of `name` and returns "19" or "19.1"; nothing taken where there is none.
std::string take_version(std::string& name) {
  const auto dash = name.rfind('-');
  if (dash == std::string::npos || dash + 1 == name.size()) return {};
  std::string version = name.substr(dash + 1);
  if (version.find_first_not_of("0123456789.") != std::string::npos) return {};
  name.resize(dash);
  return version;
}

}  // namespace

std::optional<CalledName> parse_called_name(std::string_view path) {
  std::string name = unshouted(file_name(path));
  if (ends_in_exe(name)) name.resize(name.size() - 4);
  CalledName called{{}, nullptr, take_version(name)};
  for (const Tool& tool : kTools) {
    // The longest name wins: llvm-ar is not the ar of a prefix that ends in "-llvm".
    const bool longer = called.tool == nullptr || tool.name.size() > called.tool->name.size();
    if (!longer || !name.ends_with(tool.name) || name.size() < tool.name.size() + 2) continue;
    if (name[name.size() - tool.name.size() - 1] == '-') called.tool = &tool;
  }
  if (called.tool == nullptr) return std::nullopt;
  called.prefix = name.substr(0, name.size() - called.tool->name.size() - 1);
  constexpr std::string_view kTripleEnd = "-linux-gnu";
  if (called.prefix.ends_with(kTripleEnd)) called.prefix.resize(called.prefix.size() - kTripleEnd.size());
  return called;
}

// The last is called by a view alone.
std::span<const Tool> all_tools() { return std::span(kTools).first(std::size(kTools) - 1); }

std::string list_of_tools() {
  std::string list;
  for (const Tool& tool : all_tools()) list.append(list.empty() ? "" : ", ").append(tool.name);
  return list;
}

}  // namespace jetson
