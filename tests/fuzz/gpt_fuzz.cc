// Any bytes as a disk image: partitions that can be sought to, or none. Its checksums are made right first, or nothing else would be read.
#include "sysroot/gpt.h"

#include <zlib.h>

#include <cstring>
#include <vector>

#include "fuzz/memory_file.h"

using namespace jetson;

namespace {

void put_checksum(std::vector<std::uint8_t>& disk, std::size_t at, const std::uint8_t* from, std::size_t length) {
  const auto sum = static_cast<std::uint32_t>(crc32(0, from, static_cast<uInt>(length)));
  std::memcpy(disk.data() + at, &sum, sizeof sum);
}

void mend_checksums(std::vector<std::uint8_t>& disk, std::size_t header, std::size_t sector) {
  std::uint64_t entries_at;
  std::uint32_t count, width;
  std::memcpy(&entries_at, disk.data() + header + 72, 8);
  std::memcpy(&count, disk.data() + header + 80, 4);
  std::memcpy(&width, disk.data() + header + 84, 4);
  const std::uint64_t length = std::uint64_t{count} * width;
  if (entries_at < disk.size() && length <= disk.size() && entries_at * sector + length <= disk.size())
    put_checksum(disk, header + 88, disk.data() + entries_at * sector, length);
  std::memset(disk.data() + header + 16, 0, 4);
  put_checksum(disk, header + 16, disk.data() + header, 92);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kSector = 512;
  std::vector<std::uint8_t> disk(data, data + size);
  if (size >= 3 * kSector) mend_checksums(disk, kSector, kSector);
  const Descriptor file = memory_file(disk.data(), disk.size());
  for (const Partition& partition : read_gpt(file.get(), disk.size())) {
    require(partition.offset % kSector == 0 && partition.size % kSector == 0 && partition.size > 0, "partitions are made of sectors");
    require(partition.offset + partition.size >= partition.offset && partition.offset <= INT64_MAX, "a partition can be sought to");
    for (const char c : partition.name) require(c >= 0x20 && c < 0x7f, "a name can be printed");
    require(partition.name.size() <= 36, "a name has at most 36 letters");
  }
  return 0;
}
