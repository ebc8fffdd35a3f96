#include "cuda/wheels.h"

namespace jetson {
namespace {

// As the registry listed them when they were pinned; the compiler was then run. 13.0: JetPack 7.0 and 7.1, 13.2: JetPack 7.2.
constexpr WheelSet kSets[] = {
    {
        "13.0",
        {"nvidia-cuda-nvcc", "13.0.88", "56fe502eb77625a12f25172caa3cdddb4e4c8ba2c8c17dba44b164761b380f03",
         "c7ff28f86a24effdc6c034fa15230c549a273e4771b10a7fec14996f8cf3307f"},
        {"nvidia-nvvm", "13.0.88", "c5f41ffeb6466944a026dfa5317d7d85355c119bbec279205d22f1869d1054e0",
         "c4376a291d72d22a315d9d2f69bdae8f8cd83a627f75bad395cee49a0fe65dc1"},
        {"nvidia-cuda-crt", "13.0.88", "2c8043c7c9e02492716426e9919fc78d2c5b3b2a7a768a88e952676b08aa55a4",
         "ee2ea2a97073e02ee62bb27841f437332be2c248e3eac013df07997ada39c003"},
        {"nvidia-cuda-cccl", "13.0.85", "e0da7ad981f3a8aff08241b5bfc1af868742a63e2762f53a5171c492ef242649",
         "6f0203e29fed809ee2b7fe9b1344df66ecab990c37d6a2e0e189b26d6c97ed7c"},
        {"nvidia-cuda-runtime", "13.0.96", "7f82250d7782aa23b6cfe765ecc7db554bd3c2870c43f3d1821f1d18aebf0548",
         "ef9bcbe90493a2b9d810e43d249adb3d02e98dd30200d86607d8d02687c43f55"},
    },
    {
        "13.2",
        {"nvidia-cuda-nvcc", "13.2.86", "7d3f56c8d705bad35bbba69eb0470d90856fd5d4dc48c6a6173aaf1e9f887cf5",
         "909140a1f942b943982b2eff120e618c94e29d75d9e33f5cd074f0e64eb411e8"},
        {"nvidia-nvvm", "13.2.86", "a9244f3209922d655612c11ebb4117ea1f80983cb2b215c9cccded127282cebc",
         "a502dcc2859f17a925adba495c222d44a221b9eb10e7d111a7046dc2cc883b69"},
        {"nvidia-cuda-crt", "13.2.86", "e3ab08801bf9b1e6dc979275d25e816bb5000521b648e19c324d5eef0c79f1da",
         "3294669c379ef3382804bc077fec22a48753a743c75c83c1ee3c224bb049423f"},
        {"nvidia-cuda-cccl", "13.2.86", "35da671cf0cecd3539da214a11bb8e7634366c9e950da9c5feecf6c490a65b20",
         "05f2a2123cd7bc13b731d219d27e50281150a7985d5955bffcde0e966cefe0a2"},
        {"nvidia-cuda-runtime", "13.2.86", "3498247680dfddce31bad102af7e3e26fc795342a3cac64722bb0fa95e7f60f0",
         "37844957894bfdecf90243568d21a2cb251b66106915b71459a23c8e6ef2da69"},
    },
};

std::string requirement(const Wheel& wheel) {
  return std::string(wheel.package) + "==" + std::string(wheel.version) + " --hash=sha256:" + std::string(wheel.sha256_x86_64) +
         " --hash=sha256:" + std::string(wheel.sha256_aarch64) + "\n";
}

std::string newest_of(std::string_view cuda, std::span<const std::string_view> packages) {
  std::string text;
  for (const std::string_view package : packages) text += std::string(package) + "==" + std::string(cuda) + ".*\n";
  return text;
}

}  // namespace

const WheelSet* find_wheels(std::string_view cuda) {
  for (const WheelSet& set : kSets)
    if (set.cuda == cuda) return &set;
  return nullptr;
}

std::string compiler_requirements(std::string_view cuda) {
  if (const WheelSet* set = find_wheels(cuda)) return requirement(set->nvcc) + requirement(set->nvvm) + requirement(set->crt) + requirement(set->cccl);
  constexpr std::string_view kPackages[] = {"nvidia-cuda-nvcc", "nvidia-nvvm", "nvidia-cuda-crt", "nvidia-cuda-cccl"};
  return newest_of(cuda, kPackages);
}

std::string runtime_requirements(std::string_view cuda) {
  if (const WheelSet* set = find_wheels(cuda)) return requirement(set->runtime) + requirement(set->crt) + requirement(set->cccl);
  constexpr std::string_view kPackages[] = {"nvidia-cuda-runtime", "nvidia-cuda-crt", "nvidia-cuda-cccl"};
  return newest_of(cuda, kPackages);
}

}  // namespace jetson
