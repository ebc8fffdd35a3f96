#include "sysroot/image_io.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "base/file.h"

namespace jetson {
namespace {

struct ImagePlace {
  int descriptor = -1;
  std::uint64_t offset = 0;
};

// The library lets go of a channel by its manager's `close` alone.
struct Channel {
  struct_io_channel io{};
  ImagePlace place;
};

errcode_t open_channel(const char* name, int, io_channel* out) {
  char* end = nullptr;
  auto channel = std::make_unique<Channel>();
  channel->place.descriptor = static_cast<int>(std::strtol(name, &end, 10));
  if (*end != '@') return EXT2_ET_BAD_DEVICE_NAME;
  channel->place.offset = std::strtoull(end + 1, nullptr, 10);
  channel->io.magic = EXT2_ET_MAGIC_IO_CHANNEL;
  channel->io.manager = image_io_manager;
  channel->io.block_size = 1024;
  channel->io.refcount = 1;
  channel->io.private_data = channel.get();
  *out = &channel.release()->io;
  return 0;
}

errcode_t close_channel(io_channel io) {
  if (--io->refcount == 0) delete static_cast<Channel*>(io->private_data);
  return 0;
}

errcode_t set_block_size(io_channel io, int size) {
  io->block_size = size;
  return 0;
}

// `count` is a number of blocks, or of bytes where it is negative.
errcode_t read_blocks(io_channel io, unsigned long long block, int count, void* data) {
  const ImagePlace& place = static_cast<const Channel*>(io->private_data)->place;
  const auto block_size = static_cast<std::uint64_t>(io->block_size);
  const std::uint64_t size = count < 0 ? static_cast<std::uint64_t>(-static_cast<std::int64_t>(count)) : static_cast<std::uint64_t>(count) * block_size;
  std::uint64_t at = 0;
  // A damaged file system can name a block that no file reaches.
  if (block > (static_cast<std::uint64_t>(INT64_MAX) - place.offset) / block_size) return EXT2_ET_SHORT_READ;
  const std::uint64_t start = place.offset + block * block_size;
  while (at < size) {
    const std::ptrdiff_t n = read_at(place.descriptor, static_cast<char*>(data) + at, static_cast<std::size_t>(size - at), start + at);
    if (n < 0) return errno;
    if (n == 0) break;
    at += static_cast<std::uint64_t>(n);
  }
  std::memset(static_cast<char*>(data) + at, 0, static_cast<std::size_t>(size - at));
  return at == size ? 0 : EXT2_ET_SHORT_READ;
}

errcode_t read_blocks_32(io_channel io, unsigned long block, int count, void* data) { return read_blocks(io, block, count, data); }
errcode_t refuse_to_write(io_channel, unsigned long long, int, const void*) { return EXT2_ET_RO_FILSYS; }
errcode_t refuse_to_write_32(io_channel, unsigned long, int, const void*) { return EXT2_ET_RO_FILSYS; }
errcode_t flush(io_channel) { return 0; }

struct_io_manager build_manager() {
  struct_io_manager manager{};
  manager.magic = EXT2_ET_MAGIC_IO_MANAGER;
  manager.name = "image";
  manager.open = open_channel;
  manager.close = close_channel;
  manager.set_blksize = set_block_size;
  manager.read_blk = read_blocks_32;
  manager.read_blk64 = read_blocks;
  manager.write_blk = refuse_to_write_32;
  manager.write_blk64 = refuse_to_write;
  manager.flush = flush;
  return manager;
}

struct_io_manager manager = build_manager();

}  // namespace

const io_manager image_io_manager = &manager;

std::string image_io_name(int descriptor, std::uint64_t offset) { return std::to_string(descriptor) + "@" + std::to_string(offset); }

}  // namespace jetson
