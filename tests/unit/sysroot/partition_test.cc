#include "sysroot/partition.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;
using Holds = Partition::Holds;

TEST_CASE("partition: APP, else APP_b, by what they hold") {
  struct {
    std::vector<std::pair<const char*, Holds>> partitions;
    const char* chosen;   // or
    const char* refused;  // how the refusal begins
  } const rows[] = {
      {{{"esp", Holds::kOther}, {"APP", Holds::kExt4}}, "APP", ""},
      {{{"APP_b", Holds::kExt4}, {"APP", Holds::kExt4}}, "APP", ""},
      {{{"esp", Holds::kOther}, {"APP_b", Holds::kExt4}}, "APP_b", ""},
      {{{"APP", Holds::kNothing}, {"APP_b", Holds::kExt4}}, "APP_b", ""},
      {{{"APP", Holds::kEncrypted}, {"APP_b", Holds::kExt4}}, "APP_b", ""},
      {{{"APP", Holds::kNothing}, {"APP_b", Holds::kNothing}}, "", "the partition APP in x is empty"},
      {{{"APP", Holds::kEncrypted}}, "", "the root filesystem in x is encrypted (partition APP)"},
      // Damaged, which its reader tells: the other one may be a version behind.
      {{{"APP", Holds::kOther}, {"APP_b", Holds::kExt4}}, "APP", ""},
      {{{"APP", Holds::kExt4}, {"APP_ENC", Holds::kEncrypted}}, "", "the root filesystem in x is encrypted (partition APP_ENC)"},
      {{{"APP_ENC_b", Holds::kEncrypted}}, "", "the root filesystem in x is encrypted (partition APP_ENC_b)"},
      {{{"esp", Holds::kOther}, {"UDA", Holds::kExt4}}, "", "no partition named APP in x, but esp, UDA"},
  };
  for (const auto& row : rows) {
    std::vector<Partition> partitions;
    for (const auto& [name, holds] : row.partitions) partitions.push_back({.name = name, .offset = 0, .size = 1, .holds = holds});
    const auto chosen = choose_partition(partitions, "x");
    CHECK((chosen ? chosen->name : chosen.error().what) == std::string(chosen ? row.chosen : row.refused));
  }
}
