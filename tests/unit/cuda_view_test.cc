#include "forward/cuda_pairs.h"
#include "forward/cuda_view.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;

TEST_CASE("a view's facts come back as they were written") {
  const CudaView view{.path = {}, .toolkit = "/a b", .nvcc = "/a b/bin/nvcc", .fatbinary = "/f", .toolkit_version = "13.0.88", .gpus = "sm_75 sm_87",
                      .clang_below = "", .sysroot = "/s = r", .target = "/usr/local/cuda-13.0/targets/sbsa-linux", .target_version = "13.0"};
  const CudaView read = parse_cuda_view(print_cuda_view(view));
  CHECK(read.toolkit == view.toolkit);
  CHECK(read.nvcc == view.nvcc);
  CHECK(read.fatbinary == view.fatbinary);
  CHECK(read.gpus == view.gpus);
  CHECK(read.clang_below.empty());
  CHECK(read.sysroot == view.sysroot);
  CHECK(read.target_version == "13.0");
  CHECK(parse_cuda_view("no line of ours\n = \n").nvcc.empty());
}

TEST_CASE("where a view is") {
  const Environment environment({"HOME=/home/me"});
  Settings settings;
  CHECK(cuda_view_path(settings, "aarch64-jetson-nano", environment) == "/home/me/.config/aarch64-jetson/aarch64-jetson-nano-cuda");
  CHECK(cuda_view_path(settings, "aarch64-jetson", Environment()).empty());
  settings.file = "/x/nano.toml";
  CHECK(cuda_view_path(settings, "aarch64-jetson", environment) == "/x/nano-cuda");
  settings.cuda_view = {"/v", "f:1:1"};
  CHECK(cuda_view_path(settings, "aarch64-jetson", environment) == "/v");
}

TEST_CASE("a view's name leads to ours") {
  FakeDisk disk;
  disk.add_link("/v/bin/nvcc", "aarch64-jetson-nano-nvcc");
  disk.add_link("/elsewhere/nvcc", "/v/bin/nvcc");
  disk.add_link("/usr/bin/clang", "/opt/aarch64-jetson-clang");
  disk.add_link("/v/bin/fatbinary", "aarch64-jetson-nano-fatbinary");
  disk.add_link("/loop", "loop");
  const auto name = read_view_name("/elsewhere/nvcc", disk);
  REQUIRE(name);
  CHECK(name->prefix == "aarch64-jetson-nano");
  CHECK(name->view == "/v");
  const auto fatbinary = read_view_name("/v/bin/fatbinary", disk);
  REQUIRE(fatbinary);
  CHECK(fatbinary->tool->kind == ToolKind::kFatbinary);
  CHECK_FALSE(read_view_name("/usr/bin/clang", disk));  // a clang that is ours under a foreign name stays refused
  CHECK_FALSE(read_view_name("/loop", disk));
  CHECK_FALSE(read_view_name("/nothing", disk));
}

TEST_CASE("where there are no links, a view's copy of us learns from its facts who it is") {
  FakeDisk disk;
  CudaView view;
  view.forwarder = "/opt/aarch64-jetson-clang";
  view.prefix = "aarch64-jetson-nano";
  disk.add_file("/v/aarch64-jetson.view", print_cuda_view(view));
  for (const char* file : {"/v/bin/nvcc", "/v/bin/nvcc.exe", "/v/bin/clang", "/w/bin/nvcc"}) disk.add_file(file, "ours", true);
  disk.add_link("/elsewhere/nvcc", "/v/bin/nvcc");
  for (const char* path : {"/v/bin/nvcc", "/v/bin/nvcc.exe", "/elsewhere/nvcc"}) {
    const auto name = read_view_name(path, disk);
    REQUIRE(name);
    CHECK(name->tool->kind == ToolKind::kNvcc);
    CHECK(name->prefix == "aarch64-jetson-nano");
    CHECK(name->view == "/v");
    CHECK(name->forwarder == "/opt/aarch64-jetson-clang");
  }
  CHECK_FALSE(read_view_name("/v/bin/clang", disk));
  CHECK_FALSE(read_view_name("/w/bin/nvcc", disk));  // no view
}

TEST_CASE("nvcc is advised only where the toolkit has it") {
  CudaView view;
  view.toolkit_version = "12.6.85";
  view.target_version = "12.6";
  const auto without = check_clang_pair(view, 14, "sm_87");
  REQUIRE(without);
  CHECK(without->fix == "name clang-16 or newer in programs.clang");
  CHECK(check_nvcc_pair(view, 19).value_or(Error{}).what == "the toolkit 12.6.85 has no nvcc");
  view.nvcc = "/ht/bin/nvcc";
  CHECK(check_clang_pair(view, 14, "sm_87").value_or(Error{}).fix.find("aarch64-jetson-nvcc") != std::string::npos);
}
