#include "cuda/target.h"

#include <cstdlib>

namespace jetson {
namespace {

constexpr std::size_t kMostBytes = std::size_t{8} << 20;

// The digits at `at`.
std::string digits(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
  return std::string(text.substr(at, end - at));
}

}  // namespace

std::string cuda_version_of(std::string_view cuda_h) {
  constexpr std::string_view kDefine = "#define CUDA_VERSION ";
  const auto at = cuda_h.find(kDefine);
  if (at == std::string_view::npos) return {};
  const int number = std::atoi(digits(cuda_h, at + kDefine.size()).c_str());
  return std::to_string(number / 1000) + "." + std::to_string(number % 1000 / 10);
}

std::string clang_limit_of(std::string_view text) {
  // Newer headers have blocks for other kinds of clang before the plain one, which alone begins with this.
  const auto block = text.find("#if defined(__clang__) &&");
  constexpr std::string_view kLimit = "__clang_major__ >= ";
  const auto at = block == std::string_view::npos ? block : text.find(kLimit, block);
  return at == std::string_view::npos ? std::string() : digits(text, at + kLimit.size());
}

std::optional<CudaTarget> locate_cuda_target(const Sysroot& sysroot, const Disk& disk) {
  const Directories wanted{{"/usr/local/cuda/targets/aarch64-linux", "/usr/local/cuda/targets/sbsa-linux",
                            "/usr/local/cuda-*/targets/aarch64-linux", "/usr/local/cuda-*/targets/sbsa-linux"}};
  for (const std::string& directory : sysroot.find(wanted)) {
    const auto read = [&](std::string_view file) {
      const auto path = sysroot.resolve(directory + "/include/" + std::string(file));
      const auto text = path ? disk.read(sysroot.on_host(*path), kMostBytes) : Result<std::string>(Error{});
      return text ? *text : std::string();
    };
    const std::string cuda_h = read("cuda.h");
    if (cuda_h.empty()) continue;
    const std::string host_config = read("crt/host_config.h");
    return CudaTarget{.directory = directory,
                      .version = cuda_version_of(cuda_h),
                      .clang_below = clang_limit_of(host_config),
                      .has_crt = !host_config.empty() && sysroot.has_file(directory + "/include/fatbinary_section.h")};
  }
  return std::nullopt;
}

}  // namespace jetson
