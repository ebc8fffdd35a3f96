// Which release of Jetson Linux a root filesystem is, and for which modules.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sysroot/dpkg_status.h"

namespace jetson {

struct Release {
  std::string l4t;      // "36.4.3"
  std::string jetpack;  // "6.2"; empty where the table has no such release
  std::string modules;  // "xavier, orin": names of the settings' modules; empty for a release that is not in the table
};

// The first line of etc/nv_tegra_release: "# R36 (release), REVISION: 4.3, GCID: …" -> "36.4.3". Its BOARD is not the board.
std::optional<std::string> parse_nv_tegra_release(std::string_view text);

// The version of Jetson Linux by its package: nvidia-l4t-core 36.4.3-20250107174145 -> "36.4.3".
std::optional<std::string> l4t_of(const Packages& packages);

// The SoC that NVIDIA's package source (etc/apt/sources.list.d/nvidia-l4t-apt-source.list) is for: "t234"; nothing where the file names
// none, as before the first boot ("<SOC>") and from r38 on ("som").
std::optional<std::string> parse_apt_source_soc(std::string_view text);

// What the tables know of it; `soc` may be empty.
Release release_of(const std::string& l4t, std::string_view soc);

}  // namespace jetson
