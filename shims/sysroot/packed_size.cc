#include "sysroot/packed_size.h"

#include <lzma.h>
#include <zstd.h>

#include "base/file.h"

namespace jetson {
namespace {

constexpr std::uint64_t kLargestIndex = 16 << 20, kMemory = 64 << 20;  // bytes

std::uint64_t xz_size(int file, std::uint64_t size) {
  std::uint8_t footer[LZMA_STREAM_HEADER_SIZE];
  lzma_stream_flags flags{};
  if (size < sizeof footer || read_at(file, footer, sizeof footer, size - sizeof footer) != sizeof footer ||
      lzma_stream_footer_decode(&flags, footer) != LZMA_OK || flags.backward_size > kLargestIndex || flags.backward_size + sizeof footer > size)
    return 0;
  std::string bytes(flags.backward_size, '\0');
  if (read_at(file, bytes.data(), bytes.size(), size - sizeof footer - bytes.size()) != static_cast<std::ptrdiff_t>(bytes.size())) return 0;
  lzma_index* index = nullptr;
  std::uint64_t memory = kMemory;
  std::size_t at = 0;
  if (lzma_index_buffer_decode(&index, &memory, nullptr, reinterpret_cast<const std::uint8_t*>(bytes.data()), &at, bytes.size()) != LZMA_OK) return 0;
  const std::uint64_t unpacked = lzma_index_uncompressed_size(index);
  lzma_index_end(index, nullptr);
  return unpacked;
}

}  // namespace

std::uint64_t packed_size(const std::string& path) {
  const Descriptor file = open_to_read(path);
  char head[18] = {};  // as long as a zstd frame header gets
  if (file.get() < 0 || read_at(file.get(), head, sizeof head, 0) != sizeof head) return 0;
  if (std::string_view(head, 6) == std::string_view("\xfd" "7zXZ\0", 6)) return xz_size(file.get(), file_size_of(file.get()));
  const unsigned long long zstd = ZSTD_getFrameContentSize(head, sizeof head);
  return zstd == ZSTD_CONTENTSIZE_UNKNOWN || zstd == ZSTD_CONTENTSIZE_ERROR ? 0 : zstd;
}

}  // namespace jetson
