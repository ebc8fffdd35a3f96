#include "sysroot/loader_path.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;
using Paths = std::vector<std::string>;

TEST_CASE("loader path: ld.so.conf.d, and what the first boot would have added") {
  FakeDisk disk;
  disk.add_file("/s/etc/ld.so.conf", "include /etc/ld.so.conf.d/*.conf\n");
  disk.add_file("/s/etc/ld.so.conf.d/own.conf", "# ours\n/opt/own/lib # here\n/not/there\n");
  disk.add_file("/s/etc/ld.so.conf.d/own.txt", "/opt/other\n");
  for (const char* directory : {"/s/opt/own/lib", "/s/opt/other", "/s/usr/lib/aarch64-linux-gnu/nvidia", "/s/opt/nvidia/l4t-gpu-libs/nvgpu",
                                "/s/usr/local/cuda-12.6/targets/aarch64-linux/lib"})
    disk.add_directory(directory);
  disk.add_link("/s/lib", "usr/lib");
  disk.add_link("/s/usr/lib/aarch64-linux-gnu/tegra", "nvidia");
  const Sysroot sysroot("/s", disk);
  const Settings settings;
  const Subject subject{.sysroot = sysroot, .disk = disk, .settings = settings, .multiarch = "aarch64-linux-gnu", .packages = {}, .gcc = {}, .directories = {}};
  CHECK(locate_loader_directories(subject) == Paths{"/opt/own/lib", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/lib/aarch64-linux-gnu/nvidia",
                                                    "/opt/nvidia/l4t-gpu-libs/nvgpu", "/usr/local/cuda-12.6/targets/aarch64-linux/lib"});
}

TEST_CASE("loader path: $ORIGIN and its kin") {
  CHECK(expand_runpath({"$ORIGIN/../x", "${ORIGIN}", "/opt/$LIB", "/p/${PLATFORM}"}, "/usr/lib/a", "aarch64-linux-gnu") ==
        Paths{"/usr/lib/a/../x", "/usr/lib/a", "/opt/lib/aarch64-linux-gnu", "/p/aarch64"});
}
