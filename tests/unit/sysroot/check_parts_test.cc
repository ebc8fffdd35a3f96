// The parts of the check that tell versions, on file systems made of strings.
#include <catch2/catch_test_macros.hpp>

#include "sysroot/subject.h"
#include "support/fake_disk.h"

using namespace jetson;

namespace {

class Board {
 public:
  void add(const std::string& path, const std::string& text = {}) { disk.add_file("/s" + path, text); }
  void link(const std::string& path, const std::string& target) { disk.add_link("/s" + path, target); }

  Findings check(Findings (*part)(const Subject&)) {
    const Sysroot sysroot("/s", disk);
    const Subject subject{.sysroot = sysroot,
                          .disk = disk,
                          .settings = settings,
                          .multiarch = "aarch64-linux-gnu",
                          .packages = packages,
                          .gcc = sysroot.find_gcc("aarch64-linux-gnu"),
                          .directories = {"/usr/lib/aarch64-linux-gnu", "/usr/lib/aarch64-linux-gnu/tegra", "/opt/nvidia/vpi3/lib/aarch64-linux-gnu"}};
    return part(subject);
  }

  FakeDisk disk;
  Settings settings;
  Packages packages;
};

// "ok 12.6.68", "warning crt/host_config.h": the kind, and the version or else the sentence.
bool holds(const Findings& findings, Finding::Kind kind, const std::string& words) {
  for (const Finding& finding : findings)
    if (finding.kind == kind && (finding.version == words || finding.what.find(words) != std::string::npos) &&
        (kind == Finding::Kind::kFact || !finding.fix.empty()))
      return true;
  return false;
}

constexpr auto kFact = Finding::Kind::kFact;
constexpr auto kWarning = Finding::Kind::kWarning;
constexpr auto kProblem = Finding::Kind::kProblem;
const std::string kCuda = "/usr/local/cuda-12.6", kTarget = kCuda + "/targets/aarch64-linux";

}  // namespace

TEST_CASE("check cuda: version.json, headers of the same release") {
  Board board;
  board.add(kCuda + "/version.json", R"({"cuda": {"name": "CUDA SDK", "version": "12.6.68"}, "cuda_nvcc": {"version": "12.6.77"}})");
  board.add(kTarget + "/include/cuda.h", "#define CUDA_VERSION 12060\n");
  board.link("/usr/local/cuda", "cuda-12.6");
  const Findings findings = board.check(check_cuda);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].version == "12.6.68");
  CHECK(findings[0].where == "/s" + kTarget);
}

TEST_CASE("check cuda: the runtime's file name, CUDA 10's text, the directory") {
  Board by_file;
  by_file.add(kCuda + "/version.json", "{ cut off");
  by_file.add(kTarget + "/lib/libcudart.so.12");
  by_file.add(kTarget + "/lib/libcudart.so.12.6.68");
  CHECK(holds(by_file.check(check_cuda), kFact, "12.6.68"));
  Board ten;
  ten.add("/usr/local/cuda-10.2/version.txt", "CUDA Version 10.2.300\n");
  ten.add("/usr/local/cuda-10.2/targets/aarch64-linux/include/cuda.h", "#define CUDA_VERSION 10020\n");
  CHECK(holds(ten.check(check_cuda), kFact, "10.2.300"));
  Board thirteen;
  thirteen.add("/usr/local/cuda-13.2/targets/sbsa-linux/include/cuda.h", "#define CUDA_VERSION 13020\n");
  CHECK(holds(thirteen.check(check_cuda), kFact, "13.2"));
}

TEST_CASE("check cuda: what is missing or mixed") {
  Board board;
  board.add(kTarget + "/lib/libcudart.so.12.6.68");
  CHECK(holds(board.check(check_cuda), kWarning, "/usr/local/cuda is missing"));
  CHECK(holds(board.check(check_cuda), kWarning, "CUDA 12.6.68 has no headers"));
  board.add(kTarget + "/include/cuda.h", "#define CUDA_VERSION 12040\n");
  board.add(kTarget + "/include/cuda_runtime.h");
  CHECK(holds(board.check(check_cuda), kWarning, "cuda.h is of CUDA 12.4"));
  CHECK(holds(board.check(check_cuda), kWarning, "crt/host_config.h"));
  board.disk.add_directory("/s/usr/local/cuda-11.4/nvvm");
  CHECK(holds(board.check(check_cuda), kWarning, "it holds nothing for the board"));
  CHECK(Board().check(check_cuda).empty());
}

TEST_CASE("check of JetPack's libraries: versions by header, package and file") {
  Board board;
  board.add("/usr/include/aarch64-linux-gnu/cudnn_version_v9.h", "#define CUDNN_MAJOR 9\n#define CUDNN_MINOR 3\n#define CUDNN_PATCHLEVEL 0\n");
  board.add("/usr/lib/aarch64-linux-gnu/libcudnn.so");
  board.add("/usr/include/aarch64-linux-gnu/NvInferVersion.h", "#define TRT_MAJOR_ENTERPRISE 10\n#define NV_TENSORRT_MAJOR TRT_MAJOR_ENTERPRISE\n#define NV_TENSORRT_MINOR 3\n#define NV_TENSORRT_PATCH 0\n");
  board.add("/usr/lib/aarch64-linux-gnu/libnvinfer.so");
  board.add("/opt/nvidia/vpi3/include/vpi/Version.h");
  board.add("/opt/nvidia/vpi3/lib/aarch64-linux-gnu/libnvvpi.so.3.2.4");
  board.link("/opt/nvidia/vpi3/lib/aarch64-linux-gnu/libnvvpi.so", "libnvvpi.so.3.2.4");
  board.add("/usr/src/jetson_multimedia_api/include/nvbufsurface.h");
  board.add("/usr/lib/aarch64-linux-gnu/tegra/libnvbufsurface.so");
  board.packages = {{"nvidia-l4t-jetson-multimedia-api", "36.4.3-20250107174145"}};
  const Findings findings = board.check(check_jetpack_libraries);
  for (const char* version : {"9.3.0", "10.3.0", "3.2.4", "36.4.3"}) {
    INFO(version);
    CHECK(holds(findings, kFact, version));
  }
  CHECK(findings.size() == 4);
}

TEST_CASE("check of JetPack's libraries: one half of them") {
  Board board;
  board.add("/usr/include/opencv4/opencv2/core/version.hpp", "#define CV_VERSION_MAJOR 4\n#define CV_VERSION_MINOR 8\n#define CV_VERSION_REVISION 0\n");
  board.add("/usr/lib/aarch64-linux-gnu/libnvinfer.so");
  const Findings findings = board.check(check_jetpack_libraries);
  CHECK(holds(findings, kWarning, "OpenCV 4.8.0 has headers, but no libopencv_core.so"));
  CHECK(holds(findings, kWarning, "TensorRT has no headers"));
  CHECK(findings.size() == 2);
}

TEST_CASE("check release: the package where the file is not there, and two that differ") {
  Board board;
  board.packages = {{"nvidia-l4t-core", "35.3.1-20230319081403"}};
  board.add("/etc/os-release", "PRETTY_NAME=\"Ubuntu 20.04.6 LTS\"\n");
  board.add("/etc/apt/sources.list.d/nvidia-l4t-apt-source.list", "deb https://repo.download.nvidia.com/jetson/t194 r35.3 main\n");
  CHECK(holds(board.check(check_release), kFact, "Jetson Linux 35.3.1 (JetPack 5.1.1) for xavier; Ubuntu 20.04.6 LTS"));
  board.settings.module = {"orin", "x.toml:1:1"};
  CHECK(holds(board.check(check_release), kWarning, "module = \"orin\", and this release is for xavier"));
  board.add("/etc/nv_tegra_release", "# R36 (release), REVISION: 4.3, GCID: 1\n");
  CHECK(holds(board.check(check_release), kWarning, "says 36.4.3, the package nvidia-l4t-core is 35.3.1"));
  Board damaged;
  damaged.add("/etc/nv_tegra_release", "\x7f" "ELF");
  CHECK(holds(damaged.check(check_release), kWarning, "does not tell the release"));
}

TEST_CASE("check glibc: headers and package of one release") {
  Board board;
  CHECK(holds(board.check(check_glibc), kProblem, "headers of the C library are missing"));
  board.add("/usr/include/features.h", "#define\t__GLIBC__\t2\n#define\t__GLIBC_MINOR__\t35\n");
  board.packages = {{"libc6", "2.35-0ubuntu3.8"}};
  CHECK(board.check(check_glibc).size() == 1);
  board.packages = {{"libc6", "2.31-0ubuntu9.16"}};
  CHECK(holds(board.check(check_glibc), kWarning, "the headers are of glibc 2.35, the package libc6 is 2.31-0ubuntu9.16"));
}
