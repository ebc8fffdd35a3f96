#include "support/scene.h"

#include <algorithm>

#include "base/response_file.h"
#include "forward/build.h"
#include "forward/cuda_view.h"
#include "settings/load.h"
#include "settings/locate.h"

namespace jetson {
namespace {

constexpr const char* kOwn = "/opt/jetson/bin/aarch64-jetson-clang";

FakeDisk desktop() {
  FakeDisk disk;
  disk.add_link("/usr/bin/clang", "../lib/llvm-14/bin/clang");
  disk.add_file("/usr/bin/pkgconf", "pkgconf", true);
  for (const char* name : {"clang", "ld.lld", "llvm-ar", "llvm-nm", "llvm-strip", "llvm-objcopy"})
    disk.add_file(std::string("/usr/lib/llvm-14/bin/") + name, name, true);
  disk.add_directory("/usr/lib/llvm-14/lib/clang/14.0.6");
  disk.add_file(kOwn, "our own executable", true);
  for (const char* name : {"crtbegin.o", "crtbeginS.o", "crtbeginT.o", "crtend.o", "crtendS.o", "libstdc++.so"})
    disk.add_file(std::string("/sr/usr/lib/gcc/aarch64-linux-gnu/12/") + name);
  for (const char* name : {"crt1.o", "Scrt1.o", "rcrt1.o", "crti.o", "crtn.o"})
    disk.add_file(std::string("/sr/usr/lib/aarch64-linux-gnu/") + name);
  disk.add_directory("/sr/usr/include");
  return disk;
}

// What the system hands over and takes ends at the first NUL.
std::string up_to_nul(std::string_view text) { return std::string(text.substr(0, text.find('\0'))); }

}  // namespace

std::vector<Line> read_lines(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with("  ") && !lines.empty()) {
      std::string& value = lines.back().value;
      value.append(value.empty() ? "" : "\n").append(line.substr(2));
    } else if (const auto colon = line.find(':'); !line.starts_with('#') && colon != std::string_view::npos) {
      const auto value = line.find_first_not_of(' ', colon + 1);
      lines.push_back({std::string(line.substr(0, colon)), std::string(line.substr(std::min(value, line.size())))});
    }
  }
  return lines;
}

Scene::Scene() {
  static const FakeDisk kDesktop = desktop();
  disk = kDesktop;
}

bool Scene::take(const Line& line) {
  const auto& [key, value] = line;
  const auto equals = value.find(" = ");
  const std::string path = up_to_nul(value.substr(0, equals)), right = equals == std::string::npos ? "" : value.substr(equals + 3);
  if (key == "call") {
    for (const std::string& word : split_gnu_words(value)) call.push_back(word == "EMPTY" ? "" : up_to_nul(word));
  } else if (key == "settings") settings_ += "\n" + value;
  else if (key == "only-settings") settings_ = value;
  else if (key == "settings-file") settings_path_ = up_to_nul(value);
  else if (key == "no-settings") has_settings_ = false;
  else if (key == "env") environment.push_back(up_to_nul(value));
  else if (key == "unset") std::erase_if(environment, [&](const std::string& other) { return other.starts_with(value + "="); });
  else if (key == "file") disk.add_file(path, right);
  else if (key == "program") disk.add_file(path, right, true);
  else if (key == "directory") disk.add_directory(path);
  else if (key == "cuda") add_cuda(value);
  else if (key == "pipe") disk.add_pipe(path);
  else if (key == "link") disk.add_link(path, up_to_nul(right));
  else return false;
  return true;
}

// "13.0.88 13.0 21 sm_75 sm_87": the toolkit's version, the sysroot's, the first clang refused, the GPUs.
void Scene::add_cuda(std::string_view facts) {
  std::vector<std::string> words = split_gnu_words(facts);
  words.resize(std::max<std::size_t>(words.size(), 3));
  CudaView view{.path = {},
                .toolkit = "/ht",
                .nvcc = "/ht/bin/nvcc",
                .fatbinary = {},
                .toolkit_version = up_to_nul(words[0]),
                .gpus = {},
                .clang_below = up_to_nul(words[2]),
                .sysroot = "/sr",
                .target = "/usr/local/cuda/targets/aarch64-linux",
                .target_version = up_to_nul(words[1])};
  for (std::size_t i = 3; i < words.size(); ++i) view.gpus += (i == 3 ? "" : " ") + words[i];
  const std::string path(kView);
  disk.add_file(path + "/" + std::string(kCudaViewFacts), print_cuda_view(view));
  disk.add_file(path + "/include/cuda.h");
  if (words[1] != "12.5") disk.add_file(path + "/include/curand_mtgp32_kernel.h"); // that one is the sysroot without
  disk.add_file("/ht/bin/nvcc", "nvcc", true);
}

Scene::Outcome Scene::play() {
  Outcome outcome;
  if (has_settings_) disk.add_file(settings_path_, settings_);
  auto name = call.empty() ? std::nullopt : parse_called_name(call.front());
  if (!name && !call.empty()) name = read_view_name(call.front(), disk);
  if (!name) {
    outcome.error = Error{.what = "no name of ours", .where = {}, .fix = {}, .more = {}};
    return outcome;
  }
  const Environment variables(environment);
  outcome.file = locate_settings(name->prefix, variables, kOwn, disk);
  auto settings = load_settings(outcome.file, variables, disk);
  if (!settings) {
    outcome.error = settings.error();
    return outcome;
  }
  outcome.settings = std::move(*settings);
  auto command = build_command({*name, call.front(), kOwn, {call.begin() + 1, call.end()}, variables, *outcome.settings, disk});
  if (command) outcome.command = std::move(*command);
  else outcome.error = command.error();
  return outcome;
}

}  // namespace jetson
