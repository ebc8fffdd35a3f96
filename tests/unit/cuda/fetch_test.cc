#include "cuda/fetch.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "cuda/wheels.h"

using namespace jetson;

TEST_CASE("what can be fetched, and what to install instead") {
  CHECK_FALSE(check_fetchable("13.0"));
  CHECK_FALSE(check_fetchable("13.5"));
  const auto fix_of = [](const char* version) { return check_fetchable(version).value_or(Error{}).fix; };
  CHECK_FALSE(check_fetchable("12.6"));
  CHECK(fix_of("11.4").find("cuda-toolkit-11-4") != std::string::npos);
  CHECK(fix_of("11.4").find("nvidia-cuda-toolkit of Debian 12") != std::string::npos);
  CHECK(fix_of("10.2").find("aarch64-jetson-clang++ -x cuda") != std::string::npos);
  const auto* wrong = GENERATE("", "13", "13.", ".0", "13.0.88", "orin", "13.0;x");
  const auto error = check_fetchable(wrong);
  REQUIRE(error);
  CHECK(error->fault == Fault::kUsage);
}

TEST_CASE("each pinned wheel has its checksums") {
  for (const char* cuda : {"13.0", "13.2"}) {
    const std::string all = compiler_requirements(cuda) + runtime_requirements(cuda);
    std::size_t hashes = 0, lines = 0;
    for (std::size_t at = 0; (at = all.find("--hash=sha256:", at)) != std::string::npos; ++hashes) {
      at += 14;
      CHECK(all.find_first_not_of("0123456789abcdef", at) == at + 64);
    }
    for (const char c : all) lines += c == '\n';
    CHECK(lines == 8);
    // cuRAND is fetched for the board alone.
    CHECK(hashes == 15);
  }
  CHECK(compiler_requirements("13.1").find("nvidia-cuda-nvcc==13.1.*\n") == 0);
}

TEST_CASE("of CUDA 12 there is what clang needs, and no nvcc") {
  CHECK(has_nvcc_wheel("13.0"));
  CHECK_FALSE(has_nvcc_wheel("12.6"));
  for (const char* cuda : {"12.2", "12.6", "12.4"}) {
    const std::string compiler = compiler_requirements(cuda);
    CHECK(compiler.find(std::string("nvidia-cuda-nvcc-cu12==") + cuda) == 0);
    CHECK(compiler.find("\nnvidia-cuda-nvcc==13.0.88") != std::string::npos);  // its fatbinary
  }
  CHECK(runtime_requirements("12.2").empty());
  CHECK(runtime_requirements("13.4").find("nvidia-curand==10.4.4.*\n") != std::string::npos);
  CHECK(runtime_requirements("12.6").find("nvidia-curand-cu12==10.3.7.77 --hash=sha256:") != std::string::npos);
}
