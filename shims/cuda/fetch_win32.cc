#include <sstream>

#include "cuda/fetch.h"
#include "cuda/wheels.h"
#include "forward/cuda_pairs.h"

namespace jetson {
namespace {

// Windows brings no Python of which one could say how it is called.
Error no_cuda_fetch(const std::string& version) {
  std::string fix = "install NVIDIA's CUDA " + version + " for Windows, of which clang takes ptxas.exe, fatbinary.exe and libdevice; then run `aarch64-jetson cuda setup`";
  if (has_nvcc_wheel(version)) {
    std::string packages;
    std::istringstream lines(compiler_requirements(version));
    for (std::string line; std::getline(lines, line);) packages += " " + line.substr(0, line.find(' '));
    fix = "run `py -m pip install --no-deps --target FOLDER" + packages + "`, then `aarch64-jetson cuda setup --toolkit FOLDER`";
  }
  return {.what = "CUDA is not fetched on Windows", .where = {}, .fix = std::move(fix), .more = {}};
}

}  // namespace

Failure check_fetchable(const std::string& version) { return no_cuda_fetch(version); }
Failure fetch_compiler(const std::string& version, const std::string&, const Environment&) { return no_cuda_fetch(version); }
Failure fetch_runtime(const std::string& version, const std::string&, const std::string&, const Environment&) { return no_cuda_fetch(version); }

}  // namespace jetson
