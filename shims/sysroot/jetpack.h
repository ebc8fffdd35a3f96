// NVIDIA's releases: Jetson Linux ("L4T") and the JetPack it belongs to, and the modules each runs on. From shared/design/jetson.md, 1 to
// 3: jetson_stats, the release notes of meta-tegra and jetpack-nixos.
#pragma once

#include <string_view>

namespace jetson {

struct JetPack {
  std::string_view l4t;  // a pattern: the first that matches counts
  std::string_view version;
};

inline constexpr JetPack kJetPacks[] = {
    {"39.2.1", "7.2.1"}, {"39.2.0", "7.2"},   {"39.0.0", "7.2 EA"}, {"38.4.0", "7.1"},   {"38.2.*", "7.0"},   {"36.5.0", "6.2.2"},
    {"36.4.7", "6.2.1"}, {"36.4.4", "6.2.1"}, {"36.4.3", "6.2"},    {"36.4.2", "6.1"},   {"36.4.0", "6.1"},   {"36.3.0", "6.0"},
    {"36.2.0", "6.0 DP"}, {"35.6.4", "5.1.6"}, {"35.6.3", "5.1.5"},  {"35.6.2", "5.1.5"}, {"35.6.1", "5.1.5"}, {"35.6.0", "5.1.4"},
    {"35.5.0", "5.1.3"}, {"35.4.1", "5.1.2"}, {"35.3.1", "5.1.1"},  {"35.2.1", "5.1"},   {"35.1.0", "5.0.2"}, {"34.1.*", "5.0 DP"},
    {"32.7.6", "4.6.6"}, {"32.7.5", "4.6.5"}, {"32.7.4", "4.6.4"},  {"32.7.3", "4.6.3"}, {"32.7.2", "4.6.2"}, {"32.7.1", "4.6.1"},
    {"32.6.1", "4.6"},
};

// The names are those of settings/module.h. `soc`: the component of NVIDIA's package source, which a board's own sources.list.d names;
// empty for all boards of the release.
struct ModuleFamily {
  int l4t;  // the number before the first dot; 0: any
  std::string_view soc;
  std::string_view modules;
};

inline constexpr ModuleFamily kModuleFamilies[] = {
    {0, "t210", "nano, tx1"},        {0, "t186", "tx2"},         {0, "t194", "xavier"},       {0, "t234", "orin"},
    {32, "", "nano, tx1, tx2, xavier"}, {34, "", "xavier, orin"}, {35, "", "xavier, orin"}, {36, "", "orin"},
    {38, "", "thor"},                {39, "", "orin, thor"},
};

}  // namespace jetson
