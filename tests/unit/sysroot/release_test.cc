#include "sysroot/release.h"

#include <catch2/catch_test_macros.hpp>

#include "settings/module.h"
#include "sysroot/jetpack.h"

using namespace jetson;

TEST_CASE("release: nv_tegra_release as boards have it") {
  const auto parse = [](const std::string& line) { return parse_nv_tegra_release(line + "\n# KERNEL_VARIANT: oot\nTARGET_USERSPACE_LIB_DIR=nvidia\n"); };
  CHECK(parse("# R32 (release), REVISION: 7.1, GCID: 29689809, BOARD: t186ref, EABI: aarch64, DATE: Wed Feb  2 21:33:23 UTC 2022") == "32.7.1");
  CHECK(parse("# R34 (release), REVISION: 1.1, GCID: 30414990, BOARD: t186ref, EABI: aarch64, DATE: …") == "34.1.1");
  CHECK(parse("# R35 (release), REVISION: 3.1, GCID: 32790763, BOARD: t186ref, EABI: aarch64, DATE: Wed Mar 15 07:54:12 UTC 2023") == "35.3.1");
  CHECK(parse("# R36 (release), REVISION: 4.3, GCID: 38968081, BOARD: generic, EABI: aarch64, DATE: Wed Jan  8 01:49:37 UTC 2025") == "36.4.3");
  CHECK(parse("# R39 (release), REVISION: 2.1, GCID: 46758480, BOARD: generic, EABI: aarch64, DATE: Fri Aug 7 05:54:22 AM UTC 2026") == "39.2.1");
}

TEST_CASE("release: what is no nv_tegra_release") {
  CHECK_FALSE(parse_nv_tegra_release(""));
  CHECK_FALSE(parse_nv_tegra_release("# R36 (release)\nREVISION: 4.3\n"));
  CHECK_FALSE(parse_nv_tegra_release("# R (release), REVISION: 4.3"));
  CHECK_FALSE(parse_nv_tegra_release("# R36 (release), REVISION: "));
  CHECK_FALSE(parse_nv_tegra_release(std::string("\0\x7f" "ELF", 5)));
}

TEST_CASE("release: by the package nvidia-l4t-core") {
  CHECK(l4t_of({{"nvidia-l4t-core", "36.5.0-20260115194252"}}) == "36.5.0");
  CHECK(l4t_of({{"nvidia-l4t-core", "32.7.6-20241104234601"}}) == "32.7.6");
  CHECK_FALSE(l4t_of({{"libc6", "2.35-0ubuntu3"}}));
}

TEST_CASE("release: JetPack and modules") {
  const auto jetpack = [](const char* l4t) { return release_of(l4t, "").jetpack; };
  CHECK(jetpack("32.7.1") == "4.6.1");
  CHECK(jetpack("34.1.1") == "5.0 DP");
  CHECK(jetpack("35.3.1") == "5.1.1");
  CHECK(jetpack("35.6.2") == "5.1.5");
  CHECK(jetpack("36.4.3") == "6.2");
  CHECK(jetpack("36.4.0") == "6.1");
  CHECK(jetpack("38.2.1") == "7.0");
  CHECK(jetpack("39.2.0") == "7.2");
  CHECK(jetpack("36.9.9").empty());
  const auto modules = [](const char* l4t, const char* soc) { return release_of(l4t, soc).modules; };
  CHECK(modules("32.7.1", "") == "nano, tx1, tx2, xavier");
  CHECK(modules("32.7.1", "t210") == "nano, tx1");
  CHECK(modules("35.3.1", "") == "xavier, orin");
  CHECK(modules("35.3.1", "t194") == "xavier");
  CHECK(modules("36.4.3", "") == "orin");
  CHECK(modules("38.4.0", "") == "thor");
  CHECK(modules("39.2.0", "") == "orin, thor");
  CHECK(modules("40.0.0", "").empty());
}

TEST_CASE("release: every module of the tables is one of the settings") {
  for (const ModuleFamily& family : kModuleFamilies) {
    std::string names(family.modules);
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find(", ", at), names.size());
      INFO(names);
      CHECK(find_module(names.substr(at, end - at)) != nullptr);
      at = end + 2;
    }
  }
}

TEST_CASE("release: the SoC of NVIDIA's package source") {
  CHECK(parse_apt_source_soc("deb https://repo.download.nvidia.com/jetson/common r36.4 main\ndeb https://repo.download.nvidia.com/jetson/t234 r36.4 main\n") == "t234");
  CHECK_FALSE(parse_apt_source_soc("deb https://repo.download.nvidia.com/jetson/<SOC> r36.4 main\n"));
  CHECK_FALSE(parse_apt_source_soc("deb https://repo.download.nvidia.com/jetson/som r39.2 main\n"));
}
