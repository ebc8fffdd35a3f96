#include "forward/nvcc_call.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/response_file.h"

namespace jetson {
namespace {

constexpr std::size_t kMostBytesOfOptions = std::size_t{1} << 20;
constexpr int kDeepestOptions = 8;

// Options whose value, the next word or the rest behind "=", is meant for another program: `-Xcompiler -std=c++14` names no standard.
constexpr std::string_view kPasses[] = {
    "-Xcompiler", "--compiler-options", "-Xlinker", "--linker-options", "-Xarchive", "--archive-options", "-Xptxas", "--ptxas-options",
    "-Xnvlink", "--nvlink-options", "-Xfatbinary", "-Xcudafe", "-Xcicc",
};

// Whether `word` is `option`, or `option` and "=" and a value.
bool names(std::string_view word, std::string_view option) {
  return word.starts_with(option) && (word.size() == option.size() || word[option.size()] == '=');
}

class NvccReader {
 public:
  explicit NvccReader(const Disk& disk) : disk_(disk) {}

  void read(const std::vector<std::string>& words, int depth = 0) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view word = words[i];
      const std::string_view next = i + 1 < words.size() ? std::string_view(words[i + 1]) : std::string_view();
      if (std::find(std::begin(kPasses), std::end(kPasses), word) != std::end(kPasses)) {
        ++i;
        continue;
      }
      read_word(word);
      for (const std::string_view option : {"-optf", "--options-file"})
        if (names(word, option)) read_files(word == option ? next : word.substr(option.size() + 1), depth);
    }
  }

  NvccCall call;

 private:
  void read_word(std::string_view word) {
    const auto is_one_of = [&](auto... options) { return (names(word, options) || ...); };
    call.has_ccbin |= is_one_of("-ccbin", "--compiler-bindir");
    call.has_gpu |= is_one_of("-arch", "--gpu-architecture", "-code", "--gpu-code", "-gencode", "--generate-code");
    call.has_standard |= is_one_of("-std", "--std");
    call.allows_unsupported |= is_one_of("-allow-unsupported-compiler", "--allow-unsupported-compiler");
    call.only_asks |= is_one_of("--version", "-V", "--help", "-h", "--list-gpu-code", "-code-ls", "--list-gpu-arch", "-arch-ls");
    call.compiles_c |= !word.starts_with('-') && word.ends_with(".c");
  }

  // A list parted by commas. A file that leads back to itself ends at kDeepestOptions.
  void read_files(std::string_view list, int depth) {
    while (!list.empty() && depth < kDeepestOptions) {
      const std::string_view file = list.substr(0, list.find(','));
      list.remove_prefix(std::min(file.size() + 1, list.size()));
      if (const auto text = disk_.read(std::string(file), kMostBytesOfOptions)) read(split_gnu_words(*text), depth + 1);
    }
  }

  const Disk& disk_;
};

}  // namespace

NvccCall read_nvcc_call(const std::vector<std::string>& arguments, const Environment& environment, const Disk& disk) {
  NvccReader reader(disk);
  reader.read(arguments);
  for (const std::string_view name : {"NVCC_PREPEND_FLAGS", "NVCC_APPEND_FLAGS"})
    if (const auto flags = environment.get(name)) reader.read(split_gnu_words(*flags));
  return reader.call;
}

}  // namespace jetson
