// Any text as var/lib/dpkg/status: packages whose names and versions are words of it.
#include "sysroot/dpkg_status.h"

#include <cstddef>
#include <cstdint>

#include "fuzz/require.h"

using namespace jetson;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& [name, version] : parse_dpkg_status(text)) {
    require(!name.empty() && text.find(name) != text.npos, "a package stands in the text", name);
    require(version.find('\n') == std::string::npos, "a version ends with its line", version);
    const std::string upstream = upstream_version(version);
    require(version.find(upstream) != std::string::npos, "the upstream version is part of the version", version);
  }
  return 0;
}
