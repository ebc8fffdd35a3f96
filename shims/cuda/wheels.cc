#include "cuda/wheels.h"

#include "forward/cuda_pairs.h"

namespace jetson {
namespace {

// As the registry listed them when they were pinned; the compilers were then run. 12.2: JetPack 6.0, 12.6: JetPack 6.1 and 6.2, 13.0:
// JetPack 7.0 and 7.1, 13.2: JetPack 7.2.
constexpr Wheel kNvcc130 = {"nvidia-cuda-nvcc", "13.0.88", "56fe502eb77625a12f25172caa3cdddb4e4c8ba2c8c17dba44b164761b380f03",
     "c7ff28f86a24effdc6c034fa15230c549a273e4771b10a7fec14996f8cf3307f"};
constexpr Wheel kCrt130 = {"nvidia-cuda-crt", "13.0.88", "2c8043c7c9e02492716426e9919fc78d2c5b3b2a7a768a88e952676b08aa55a4",
     "ee2ea2a97073e02ee62bb27841f437332be2c248e3eac013df07997ada39c003"};
constexpr Wheel kCccl130 = {"nvidia-cuda-cccl", "13.0.85", "e0da7ad981f3a8aff08241b5bfc1af868742a63e2762f53a5171c492ef242649",
     "6f0203e29fed809ee2b7fe9b1344df66ecab990c37d6a2e0e189b26d6c97ed7c"};
constexpr Wheel kCompiler130[] = {
    kNvcc130,
    {"nvidia-nvvm", "13.0.88", "c5f41ffeb6466944a026dfa5317d7d85355c119bbec279205d22f1869d1054e0",
     "c4376a291d72d22a315d9d2f69bdae8f8cd83a627f75bad395cee49a0fe65dc1"},
    kCrt130,
    kCccl130,
};
// Clang includes a header of cuRAND's in every .cu file.
constexpr Wheel kRuntime130[] = {
    {"nvidia-curand", "10.4.0.35", "", "133df5a7509c3e292aaa2b477afd0194f06ce4ea24d714d616ff36439cee349a"},
    {"nvidia-cuda-runtime", "13.0.96", "7f82250d7782aa23b6cfe765ecc7db554bd3c2870c43f3d1821f1d18aebf0548",
     "ef9bcbe90493a2b9d810e43d249adb3d02e98dd30200d86607d8d02687c43f55"},
    kCrt130,
    kCccl130,
};

constexpr Wheel kCrt132 = {"nvidia-cuda-crt", "13.2.86", "e3ab08801bf9b1e6dc979275d25e816bb5000521b648e19c324d5eef0c79f1da",
     "3294669c379ef3382804bc077fec22a48753a743c75c83c1ee3c224bb049423f"};
constexpr Wheel kCccl132 = {"nvidia-cuda-cccl", "13.2.86", "35da671cf0cecd3539da214a11bb8e7634366c9e950da9c5feecf6c490a65b20",
     "05f2a2123cd7bc13b731d219d27e50281150a7985d5955bffcde0e966cefe0a2"};
constexpr Wheel kCompiler132[] = {
    {"nvidia-cuda-nvcc", "13.2.86", "7d3f56c8d705bad35bbba69eb0470d90856fd5d4dc48c6a6173aaf1e9f887cf5",
     "909140a1f942b943982b2eff120e618c94e29d75d9e33f5cd074f0e64eb411e8"},
    {"nvidia-nvvm", "13.2.86", "a9244f3209922d655612c11ebb4117ea1f80983cb2b215c9cccded127282cebc",
     "a502dcc2859f17a925adba495c222d44a221b9eb10e7d111a7046dc2cc883b69"},
    kCrt132,
    kCccl132,
};
constexpr Wheel kRuntime132[] = {
    {"nvidia-curand", "10.4.2.66", "", "cb61a0bb7e7a7446b25bf5ff93aa560009dd738b48ed52f57ae764a4cae37381"},
    {"nvidia-cuda-runtime", "13.2.86", "3498247680dfddce31bad102af7e3e26fc795342a3cac64722bb0fa95e7f60f0",
     "37844957894bfdecf90243568d21a2cb251b66106915b71459a23c8e6ef2da69"},
    kCrt132,
    kCccl132,
};

// ptxas and libdevice; fatbinary, which is in no wheel of 12, is that of 13.0. The runtime has no wheel for the board before 12.3.
constexpr Wheel kCompiler122[] = {
    {"nvidia-cuda-nvcc-cu12", "12.2.140", "c6ff4ae7a636eb6cab7621191e19ac3779690686bbcf52c04d8b1ca2944e1e27", ""},
    kNvcc130,
};
constexpr Wheel kCompiler126[] = {
    {"nvidia-cuda-nvcc-cu12", "12.6.85", "d75d9d74599f4d7c0865df19ed21b739e6cb77a6497a3f73d6f61e8038a765e4",
     "5d2edd5531b13e3daac8ffee9fc2b70a147e6088b2af2565924773d63d36d294"},
    kNvcc130,
};
constexpr Wheel kRuntime126[] = {
    {"nvidia-cuda-runtime-cu12", "12.6.77", "", "d461264ecb429c84c8879a7153499ddc7b19b5f8d84c204307491989a365588e"},
    {"nvidia-cuda-cccl-cu12", "12.6.77", "", "7fb3d534bcf23208335162f295abaf0a92b4924705d043d4687750b8e7f43459"},
    {"nvidia-curand-cu12", "10.3.7.77", "", "6e82df077060ea28e37f48a3ec442a8f47690c7499bff392a5938614b56c98d8"},
};

constexpr WheelSet kSets[] = {
    {"12.2", kCompiler122, {}},
    {"12.6", kCompiler126, kRuntime126},
    {"13.0", kCompiler130, kRuntime130},
    {"13.2", kCompiler132, kRuntime132},
};

std::string pinned(std::span<const Wheel> wheels) {
  std::string text;
  for (const Wheel& wheel : wheels) {
    text.append(wheel.package).append("==").append(wheel.version);
    for (const std::string_view hash : {wheel.sha256_x86_64, wheel.sha256_aarch64})
      if (!hash.empty()) text.append(" --hash=sha256:").append(hash);
    text += "\n";
  }
  return text;
}

std::string newest_of(std::string_view cuda, std::span<const std::string_view> packages) {
  std::string text;
  for (const std::string_view package : packages) text.append(package).append("==").append(cuda).append(".*\n");
  return text;
}

}  // namespace

const WheelSet* find_wheels(std::string_view cuda) {
  for (const WheelSet& set : kSets)
    if (set.cuda == cuda) return &set;
  return nullptr;
}

bool has_nvcc_wheel(std::string_view cuda) { return cuda_number(cuda) >= 1300; }

std::string compiler_requirements(std::string_view cuda) {
  if (const WheelSet* set = find_wheels(cuda)) return pinned(set->compiler);
  constexpr std::string_view k12[] = {"nvidia-cuda-nvcc-cu12"};
  if (cuda.starts_with("12.")) return newest_of(cuda, k12) + std::string(kNvcc130.package) + "==" + std::string(kNvcc130.version) + "\n";
  constexpr std::string_view kPackages[] = {"nvidia-cuda-nvcc", "nvidia-nvvm", "nvidia-cuda-crt", "nvidia-cuda-cccl"};
  return newest_of(cuda, kPackages);
}

std::string runtime_requirements(std::string_view cuda) {
  if (const WheelSet* set = find_wheels(cuda)) return pinned(set->runtime);
  // cuRAND's version is not CUDA's.
  constexpr std::string_view k12[] = {"nvidia-cuda-runtime-cu12", "nvidia-cuda-cccl-cu12"};
  if (cuda.starts_with("12.")) return newest_of(cuda, k12) + "nvidia-curand-cu12\n";
  constexpr std::string_view kPackages[] = {"nvidia-cuda-runtime", "nvidia-cuda-crt", "nvidia-cuda-cccl"};
  // cuRAND of 13.N is 10.4.N.
  return newest_of(cuda, kPackages) + "nvidia-curand==10.4." + std::string(cuda.substr(cuda.find('.') + 1)) + ".*\n";
}

}  // namespace jetson
