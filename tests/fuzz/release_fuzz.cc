// Any text as etc/nv_tegra_release or NVIDIA's package source: a release, or none.
#include "sysroot/release.h"

#include <cstddef>
#include <cstdint>

#include "fuzz/require.h"

using namespace jetson;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto soc = parse_apt_source_soc(text);
  require(!soc || text.find(*soc) != text.npos, "a SoC stands in the text");
  const auto l4t = parse_nv_tegra_release(text);
  if (!l4t) return 0;
  require(l4t->find_first_not_of("0123456789.") == std::string::npos && l4t->size() >= 3, "a release is numbers with dots", *l4t);
  const Release release = release_of(*l4t, soc.value_or(""));
  require(release.l4t == *l4t, "a release keeps its number");
  return 0;
}
