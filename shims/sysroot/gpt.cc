#include "sysroot/gpt.h"

#include <zlib.h>

#include <optional>
#include <string_view>

#include "base/file.h"

namespace jetson {
namespace {

constexpr std::size_t kHeader = 92, kSmallestEntry = 128, kMostEntries = 1024, kNameUnits = 36;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = width; i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

std::optional<std::string> read_bytes(int file, std::uint64_t offset, std::size_t length) {
  std::string bytes(length, '\0');
  if (offset > INT64_MAX || read_at(file, bytes.data(), length, offset) != static_cast<std::ptrdiff_t>(length)) return std::nullopt;
  return bytes;
}

std::uint32_t checksum(const std::string& bytes) {
  return static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

std::vector<Partition> read_table(int file, std::uint64_t size, std::uint64_t header_at, std::uint64_t sector) {
  auto header = read_bytes(file, header_at, kHeader);
  if (!header || !header->starts_with("EFI PART") || number(*header, 12, 4) != kHeader) return {};
  const std::uint64_t wanted = number(*header, 16, 4), entries_at = number(*header, 72, 8), entries_sum = number(*header, 88, 4);
  const std::size_t count = number(*header, 80, 4), width = number(*header, 84, 4);
  header->replace(16, 4, 4, '\0');
  if (checksum(*header) != wanted || count > kMostEntries || width < kSmallestEntry || width > 4096 || entries_at > size / sector) return {};
  const auto entries = read_bytes(file, entries_at * sector, count * width);
  if (!entries || checksum(*entries) != entries_sum) return {};
  std::vector<Partition> out;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view entry = std::string_view(*entries).substr(i * width, width);
    const std::uint64_t first = number(entry, 32, 8), last = number(entry, 40, 8);
    if (entry.substr(0, 16).find_first_not_of('\0') == std::string_view::npos || last < first ||
        last > INT64_MAX / sector - 1)
      continue;
    Partition partition{.name = {}, .offset = first * sector, .size = (last - first + 1) * sector};
    for (std::size_t unit = 0; unit < kNameUnits; ++unit) {
      const std::uint64_t code = number(entry, 56 + 2 * unit, 2);
      if (code == 0) break;
      partition.name += code >= 0x20 && code < 0x7f ? static_cast<char>(code) : '?';
    }
    out.push_back(std::move(partition));
  }
  return out;
}

}  // namespace

std::vector<Partition> read_gpt(int file, std::uint64_t size) {
  for (const std::uint64_t sector : {std::uint64_t{512}, std::uint64_t{4096}}) {
    if (size < 3 * sector) continue;
    for (const std::uint64_t header_at : {sector, (size / sector - 1) * sector})
      if (auto partitions = read_table(file, size, header_at, sector); !partitions.empty()) return partitions;
  }
  return {};
}

}  // namespace jetson
