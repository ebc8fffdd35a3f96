#include "cuda/fetch.h"

#include <filesystem>
#include <fstream>

#include "base/child.h"
#include "base/install_advice.h"
#include "base/path.h"
#include "cuda/wheels.h"
#include "forward/cuda_pairs.h"

namespace jetson {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

Error cannot_fetch(std::string why, std::string fix) {
  return {.what = "CUDA cannot be fetched: " + std::move(why), .where = {}, .fix = std::move(fix), .more = {}};
}

// The last line that pip gives for its reason.
std::string reason_of(const std::string& text) {
  const auto at = text.rfind("ERROR: ");
  if (at == std::string::npos) return "pip failed";
  return text.substr(at + 7, text.find('\n', at) - at - 7);
}

Error explain(const ChildEnd& pip, const std::string& version) {
  const std::string said = pip.out + pip.err;
  const auto has = [&](std::string_view words) { return said.find(words) != std::string::npos; };
  if (has("No module named pip")) return cannot_fetch("python3 has no pip", "install it (" + install_command(Package::kPip) + ")");
  if (has("DO NOT MATCH THE HASHES"))
    return cannot_fetch("a package is not the one that was pinned", "do not use it: ask whoever runs your mirror of Python packages");
  // pip then also says that there is no such version.
  if (has("Retrying (") || has("ConnectionError") || has("Max retries"))
    return cannot_fetch("the registry of Python packages cannot be reached", "see to the network, or to pip's own settings (pip config list)");
  if (has("No matching distribution"))
    return cannot_fetch("there is no CUDA " + version + " among the Python packages for this machine", "name another release, such as 13.0 or 13.2; NVIDIA makes them for Linux and Windows alone");
  return cannot_fetch(reason_of(said), "see `python3 -m pip --help`, or install NVIDIA's toolkit");
}

Error unexpected_layout() {
  return cannot_fetch("the packages are laid out in another way than before", "install NVIDIA's toolkit, and please report this");
}

// Unpacks the wheels into `folder`/wheels and returns the folders in there that hold CUDA: cu13 for all of 13, one for each wheel of 12.
Result<std::vector<fs::path>> install_wheels(const std::string& version, const std::string& requirements, const Words& options, const std::string& folder,
                                const Environment& environment) {
  const std::string list = join(folder, "requirements.txt");
  std::ofstream(list) << requirements;
  const std::string wheels = join(folder, "wheels");
  Words command{"python3", "-m", "pip", "install", "--no-input", "--quiet", "--no-deps", "--only-binary", ":all:", "--retries", "2", "--no-compile"};
  if (find_wheels(version) != nullptr) command.push_back("--require-hashes");
  command.insert(command.end(), options.begin(), options.end());
  for (const std::string& word : {std::string("--target"), wheels, std::string("--requirement"), list}) command.push_back(word);
  const auto pip = run_child({.arguments = command, .environment = environment});
  if (!pip) return cannot_fetch(pip.error().what, "install Python 3 and pip (" + install_command(Package::kPip) + ")");
  if (!pip->ok()) return explain(*pip, version);
  fs::remove(list);
  // The wheels of 12 are Python packages down to each folder.
  std::vector<fs::path> markers;
  for (const auto& entry : fs::recursive_directory_iterator(wheels))
    if (entry.path().filename() == "__init__.py") markers.push_back(entry.path());
  for (const fs::path& marker : markers) fs::remove(marker);
  std::vector<fs::path> parts;
  if (fs::is_directory(fs::path(wheels) / "nvidia"))
    for (const auto& entry : fs::directory_iterator(fs::path(wheels) / "nvidia"))
      if (entry.is_directory()) parts.push_back(entry.path());
  if (parts.empty()) return unexpected_layout();
  return parts;
}

void make_executable(const fs::path& folder) {
  if (!fs::is_directory(folder)) return;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file()) fs::permissions(entry, fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec, fs::perm_options::add);
}

// All of `from` that `to` does not have.
void gather(const fs::path& from, const fs::path& to) {
  if (fs::exists(from)) fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::skip_existing | fs::copy_options::copy_symlinks);
}

// Linking asks for the plain name; the wheels have only libcudart.so.13.
void add_plain_names(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const auto at = name.find(".so.");
    if (at != std::string::npos && !fs::exists(folder / name.substr(0, at + 3))) fs::create_symlink(name, folder / name.substr(0, at + 3));
  }
}

template <class F>
Failure with_files(F&& f) {
  try {
    return f();
  } catch (const fs::filesystem_error& error) {
    return cannot_fetch(error.what(), "see to the disk, or name another folder");
  }
}

}  // namespace

Failure check_fetchable(const std::string& version) {
  const bool is_release = version.find_first_not_of("0123456789.") == std::string::npos && version.find('.') != std::string::npos &&
                          version.find('.') == version.rfind('.') && !version.starts_with('.') && !version.ends_with('.');
  if (!is_release)
    return Error{.what = "\"" + version + "\" is no CUDA release", .where = {}, .fix = "write it as 13.0", .fault = Fault::kUsage, .more = {}};
  const int number = cuda_number(version);
  if (number >= 1200) return std::nullopt;
  std::string dashed = version;
  dashed[dashed.find('.')] = '-';
  std::string fix = "install the package cuda-toolkit-" + dashed + " from NVIDIA's repository for this machine";
  if (number / 100 == 11) fix += ", or the package nvidia-cuda-toolkit of Debian 12, which is 11.8";
  if (number < 1100) fix = "install NVIDIA's cuda_" + version + " runfile, or any newer toolkit (Debian: nvidia-cuda-toolkit) and compile with aarch64-jetson-clang++ -x cuda";
  return Error{.what = "there is no compiler of CUDA " + version + " among NVIDIA's Python packages: clang's part begins with 12.0, nvcc with 13.0",
               .where = {},
               .fix = fix + "; then run `aarch64-jetson cuda setup`",
               .more = {}};
}

Failure fetch_compiler(const std::string& version, const std::string& folder, const Environment& environment) {
  return with_files([&]() -> Failure {
    const auto parts = install_wheels(version, compiler_requirements(version), {}, folder, environment);
    if (!parts) return parts.error();
    const fs::path to(folder), newest = fs::path(folder) / "wheels/nvidia/cu13", of_12 = fs::path(folder) / "wheels/nvidia/cuda_nvcc";
    const fs::path& cuda = has_nvcc_wheel(version) ? newest : of_12;
    if (!fs::exists(cuda / "bin/ptxas") || !fs::exists(newest / "bin/fatbinary")) return unexpected_layout();
    for (const auto& entry : fs::directory_iterator(cuda)) fs::rename(entry, to / entry.path().filename());
    if (cuda == of_12) fs::rename(newest / "bin/fatbinary", to / "bin/fatbinary");
    fs::remove_all(to / "wheels");
    make_executable(to / "bin");
    make_executable(to / "nvvm/bin");
    return std::nullopt;
  });
}

Failure fetch_runtime(const std::string& version, const std::string& folder, const std::string& toolkit, const Environment& environment) {
  return with_files([&]() -> Failure {
    // The board's wheels, whatever Python this machine has.
    const Words board{"--platform", "manylinux2014_aarch64", "--platform", "manylinux_2_17_aarch64", "--platform", "manylinux_2_27_aarch64", "--python-version", "3.12", "--implementation", "py"};
    const auto parts = install_wheels(version, runtime_requirements(version), board, folder, environment);
    if (!parts) return parts.error();
    // As JetPack names it.
    const std::string target_name = std::string("targets/") + (cuda_number(version) >= 1300 ? "sbsa-linux" : "aarch64-linux");
    const fs::path target = fs::path(folder) / target_name;
    fs::create_directories(target / "lib/stubs");
    for (const fs::path& part : *parts) {
      gather(part / "include", target / "include");
      gather(part / "lib", target / "lib");
    }
    add_plain_names(target / "lib");
    fs::remove_all(fs::path(folder) / "wheels");
    for (const char* name : {"crt", "fatbinary_section.h"}) gather(fs::path(toolkit) / "include" / name, target / "include" / name);
    fs::create_directory_symlink(target_name + "/include", fs::path(folder) / "include");
    fs::create_directory_symlink(target_name + "/lib", fs::path(folder) / "lib64");
    return std::nullopt;
  });
}

}  // namespace jetson
