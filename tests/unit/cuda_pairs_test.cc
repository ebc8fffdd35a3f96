// What was tried with the real programs, pair by pair (tests/e2e/cuda-pairs.sh, cuda-fetch-clang.sh, and by hand): the code says the same.
#include "forward/cuda_pairs.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace jetson;

namespace {

CudaView view_of(const char* toolkit, const char* target) {
  CudaView view;
  view.toolkit_version = toolkit;
  view.target_version = target;
  return view;
}

constexpr int kClangs[] = {14, 16, 19, 20, 21, 22};

std::vector<int> clangs_that_compile(const CudaView& view, std::string_view gpu) {
  std::vector<int> good;
  for (const int clang : kClangs)
    if (!check_clang_pair(view, clang, gpu)) good.push_back(clang);
  return good;
}

std::vector<int> clangs_that_need_a_standard(int nvcc) {
  std::vector<int> some;
  for (const int clang : kClangs)
    if (nvcc_standard(nvcc, clang) == "c++17") some.push_back(clang);
  return some;
}

}  // namespace

TEST_CASE("which clang compiles which CUDA for which GPU") {
  const std::vector<int> all(std::begin(kClangs), std::end(kClangs)), from_16(all.begin() + 1, all.end()), only_22{22};
  for (const char* cuda : {"11.2", "11.8"}) {
    const CudaView view = view_of(cuda, cuda);
    for (const char* gpu : {"sm_53", "sm_62", "sm_72"}) CHECK(clangs_that_compile(view, gpu) == all);
    CHECK(clangs_that_compile(view_of("11.8.89", "11.8"), "sm_87") == from_16);
  }
  for (const char* cuda : {"12.4", "12.6"}) CHECK(clangs_that_compile(view_of(cuda, cuda), "sm_87") == from_16);
  CHECK(clangs_that_compile(view_of("13.0.88", "13.0"), "sm_110") == only_22);
  CHECK(clangs_that_compile(view_of("13.2.86", "13.2"), "sm_110") == only_22);
}

TEST_CASE("clang 22 is told the PTX of CUDA 13, which it does not know") {
  CHECK(ptx_feature(view_of("13.0.88", "13.0"), 22) == "+ptx90");
  CHECK(ptx_feature(view_of("13.2.86", "13.2"), 22) == "+ptx90");
  CHECK(ptx_feature(view_of("12.6.85", "12.6"), 22).empty());
}

TEST_CASE("which clang needs a C++ standard to be named with which nvcc") {
  const std::vector<int> all(std::begin(kClangs), std::end(kClangs)), from_16(all.begin() + 1, all.end());
  CHECK(clangs_that_need_a_standard(1102) == all);
  CHECK(clangs_that_need_a_standard(1104) == all);
  CHECK(clangs_that_need_a_standard(1108) == from_16);
  CHECK(clangs_that_need_a_standard(1204).empty());
  CHECK(clangs_that_need_a_standard(1300) == std::vector<int>{14});
  CHECK(clangs_that_need_a_standard(1302) == std::vector<int>{14});
}

TEST_CASE("nvcc takes every clang, the newer ones by an option") {
  CudaView view = view_of("12.4.131", "12.6");
  view.nvcc = "/ht/bin/nvcc";
  view.clang_below = "18";
  for (const int clang : kClangs) {
    CHECK_FALSE(check_nvcc_pair(view, clang));
    CHECK(needs_allow_unsupported(view, clang) == (clang >= 18));
  }
}
