// The C library, GCC's directory with the C++ library, and the start files: what every link takes.
#include "base/path.h"
#include "sysroot/header_version.h"
#include "sysroot/subject.h"

namespace jetson {
namespace {

std::vector<std::string> c_library_directories(const Subject& subject) {
  return {"/usr/lib/" + subject.multiarch, "/lib/" + subject.multiarch, "/usr/lib", "/lib"};
}

bool has_cxx_library(const Subject& subject, const std::string& directory) {
  return subject.sysroot.has_file(directory + "/libstdc++.so") || subject.sysroot.has_file(directory + "/libstdc++.a");
}

std::string package_for(const std::string& gcc_directory) {
  return "libstdc++-" + std::string(file_name(gcc_directory)) + "-dev";
}

// Clang takes them from the highest GCC directory that has crtbegin.o, whatever else we tell it to take from another.
std::string directory_of_start_files(const Subject& subject) {
  const std::string root = "/usr/lib/gcc/" + subject.multiarch;
  std::string highest;
  for (const std::string& name : subject.disk.list(subject.on_host(root)))
    if (subject.sysroot.has_file(root + "/" + name + "/crtbegin.o") && (highest.empty() || version_less(highest, name))) highest = name;
  return highest.empty() ? highest : root + "/" + highest;
}

// "6.0.30" of libstdc++.so.6.0.30.
std::string cxx_library_version(const Subject& subject, std::string& path) {
  const auto link = subject.find_file("libstdc++.so.6", c_library_directories(subject));
  if (!link) return {};
  path = subject.sysroot.resolve(*link).value_or(*link);
  const std::string_view name = file_name(path);
  const std::size_t at = name.find(".so.");
  return at == std::string_view::npos ? std::string() : std::string(name.substr(at + 4));
}

}  // namespace

Findings check_glibc(const Subject& subject) {
  const std::string header = "/usr/include/features.h";
  const auto version = version_by_macros(subject.read(header).value_or(""), {"__GLIBC__", "__GLIBC_MINOR__"});
  if (!version)
    return {{.kind = Finding::Kind::kProblem,
             .topic = "glibc",
             .what = "the headers of the C library are missing",
             .where = subject.on_host(header),
             .fix = "install libc6-dev on the board (apt install build-essential) and make the sysroot again"}};
  Findings findings{{.kind = Finding::Kind::kFact, .topic = "glibc", .what = "glibc " + *version, .where = subject.on_host(header), .version = *version}};
  const auto package = subject.packages.find("libc6");
  if (package != subject.packages.end() && upstream_version(package->second) != *version &&
      !upstream_version(package->second).starts_with(*version + "."))
    findings.push_back({.kind = Finding::Kind::kWarning,
                        .topic = "glibc",
                        .what = "the headers are of glibc " + *version + ", the package libc6 is " + package->second,
                        .where = subject.on_host(header),
                        .fix = "make the sysroot again from one board: two releases are mixed in it"});
  return findings;
}

Findings check_gcc(const Subject& subject) {
  const std::string root = "/usr/lib/gcc/" + subject.multiarch;
  if (subject.gcc.directory.empty())
    return {{.kind = Finding::Kind::kProblem,
             .topic = "gcc",
             .what = "there is no GCC directory with start files (crtbegin.o): nothing links",
             .where = subject.on_host(root),
             .fix = "install build-essential on the board and make the sysroot again"}};
  Findings findings;
  const std::string version(file_name(subject.gcc.directory));
  findings.push_back({.kind = Finding::Kind::kFact, .topic = "gcc", .what = "GCC " + version, .where = subject.on_host(subject.gcc.directory), .version = version});
  for (const std::string& name : subject.disk.list(subject.on_host(root))) {
    const std::string directory = root + "/" + name;
    if (directory == subject.gcc.directory || !subject.sysroot.has_file(directory + "/crtbegin.o") || has_cxx_library(subject, directory)) continue;
    if (version_less(name, version)) continue;
    findings.push_back({.kind = Finding::Kind::kWarning,
                        .topic = "gcc",
                        .what = "GCC " + name + " has no libstdc++; our tools pass it over, but bindgen, clangd and clang by itself take it",
                        .where = subject.on_host(directory),
                        .fix = "install " + package_for(directory) + " on the board and make the sysroot again, or remove this directory"});
  }
  std::string library;
  const std::string cxx = cxx_library_version(subject, library);
  if (!has_cxx_library(subject, subject.gcc.directory))
    findings.push_back({.kind = Finding::Kind::kProblem,
                        .topic = "libstdc++",
                        .what = "GCC " + version + " has no libstdc++: C++ does not link",
                        .where = subject.on_host(subject.gcc.directory),
                        .fix = "install " + package_for(subject.gcc.directory) + " on the board and make the sysroot again"});
  else if (!subject.sysroot.has_directory("/usr/include/c++/" + version))
    findings.push_back({.kind = Finding::Kind::kProblem,
                        .topic = "libstdc++",
                        .what = "the headers of GCC " + version + "'s libstdc++ are missing: C++ does not compile",
                        .where = subject.on_host("/usr/include/c++/" + version),
                        .fix = "install " + package_for(subject.gcc.directory) + " on the board and make the sysroot again"});
  else if (!cxx.empty())
    findings.push_back({.kind = Finding::Kind::kFact, .topic = "libstdc++", .what = "libstdc++ " + cxx, .where = subject.on_host(library), .version = cxx});
  return findings;
}

Findings check_start_files(const Subject& subject) {
  Findings findings;
  const auto look = [&](std::string_view name, const std::vector<std::string>& among, const std::string& package) {
    const auto path = subject.find_file(name, among);
    if (!path) {
      findings.push_back({.kind = Finding::Kind::kProblem,
                          .topic = "start-files",
                          .what = std::string(name) + " is missing",
                          .where = subject.on_host(among.front()),
                          .fix = "install " + package + " on the board and make the sysroot again"});
      return;
    }
    const auto facts = subject.read_elf_file(*path);
    if (facts && *facts && (*facts)->is_aarch64) return;
    findings.push_back({.kind = Finding::Kind::kProblem,
                        .topic = "wrong-architecture",
                        .what = std::string(name) + (facts && *facts ? " is for " + (*facts)->machine : " is no object file"),
                        .where = subject.on_host(*path),
                        .fix = "install " + package + ":arm64 on the board and make the sysroot again"});
  };
  for (const char* name : {"crt1.o", "Scrt1.o", "crti.o", "crtn.o"}) look(name, c_library_directories(subject), "libc6-dev");
  const std::string directory = directory_of_start_files(subject);
  if (directory.empty()) return findings;
  const std::string package = "libgcc-" + std::string(file_name(directory)) + "-dev";
  for (const char* name : {"crtbegin.o", "crtbeginS.o", "crtbeginT.o", "crtend.o", "crtendS.o"}) look(name, {directory}, package);
  return findings;
}

}  // namespace jetson
