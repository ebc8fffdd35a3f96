#include "cuda/toolkit.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;

TEST_CASE("toolkits of this machine, in order, each once") {
  FakeDisk disk;
  for (const char* root : {"/usr/local/cuda-11.8", "/usr/local/cuda-12.6", "/home/me/cuda/nvidia/cu13"})
    for (const char* program : {"/bin/nvcc", "/bin/ptxas"}) disk.add_file(std::string(root) + program, "", true);
  disk.add_link("/usr/local/cuda", "/usr/local/cuda-11.8");
  disk.add_file("/usr/lib/nvidia-cuda-toolkit/bin/nvcc", "", true);
  disk.add_file("/usr/bin/nvcc", "#!/bin/sh", true);
  disk.add_file("/usr/bin/ptxas", "", true);
  // Our own view on PATH is no toolkit.
  disk.add_file("/v/bin/nvcc", "", true);
  disk.add_file("/v/bin/ptxas", "", true);
  disk.add_file("/v/aarch64-jetson.view");
  const Environment environment({"PATH=/v/bin:/usr/bin", "CUDA_PATH=/home/me/cuda"});
  std::vector<std::string> roots;
  for (const Toolkit& toolkit : locate_toolkits(environment, disk)) roots.push_back(toolkit.root);
  CHECK(roots == std::vector<std::string>{"/home/me/cuda/nvidia/cu13", "/usr/lib/nvidia-cuda-toolkit", "/usr/local/cuda-11.8", "/usr/local/cuda-12.6"});

  // Where NVIDIA's installer for Windows puts them.
  const std::string windows = "/Program Files/NVIDIA GPU Computing Toolkit/CUDA/";
  for (const char* release : {"v12.6", "v12.10"})
    for (const char* program : {"/bin/nvcc", "/bin/ptxas"}) disk.add_file(windows + release + program, "", true);
  const auto installed = locate_toolkits(Environment({"PATH=/nowhere", "ProgramFiles=/Program Files"}), disk);
  REQUIRE(installed.size() > 2);
  CHECK(installed[installed.size() - 3].root == windows + "v12.10");
  CHECK(installed[installed.size() - 2].root == windows + "v12.6");

  const auto debians = locate_toolkit("/usr", disk);
  REQUIRE(debians);
  CHECK(debians->nvcc() == "/usr/lib/nvidia-cuda-toolkit/bin/nvcc");
  CHECK(debians->programs() == "/usr/bin");
  CHECK(debians->libdevice() == "/usr/lib/nvidia-cuda-toolkit/libdevice");
  CHECK_FALSE(locate_toolkit("/nowhere", disk));

  // What `cuda fetch 12.6` makes: no nvcc, and still not Debian's.
  for (const char* program : {"/f/bin/ptxas", "/f/bin/fatbinary"}) disk.add_file(program, "", true);
  const auto fetched = locate_toolkit("/f", disk);
  REQUIRE(fetched);
  CHECK(fetched->root == "/f");
  CHECK_FALSE(fetched->is_debians);
  CHECK_FALSE(fetched->has_nvcc);
}
