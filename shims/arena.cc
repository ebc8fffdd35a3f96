// Memory that is only ever taken: a forwarder lives for less than a millisecond and then becomes another program, so giving back a word
// at a time would cost more than all it reads. Linked into the forwarders alone, never into tests.
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr std::size_t kAlignment = alignof(std::max_align_t);

char* next = nullptr;
std::size_t left = 0;

}  // namespace

void* operator new(std::size_t size) {
  size = (size + kAlignment - 1) & ~(kAlignment - 1);
  if (size > left) {
    // What needs more than a chunk (a long response file) gets a block of its own, so that the chunk goes on serving.
    const std::size_t bytes = size > kChunk / 4 ? size : kChunk;
    char* block = static_cast<char*>(std::malloc(bytes));
    if (block == nullptr) std::abort();
    if (bytes == size) return block;
    next = block;
    left = bytes;
  }
  void* memory = next;
  next += size;
  left -= size;
  return memory;
}

void operator delete(void*) noexcept {}
void operator delete(void*, std::size_t) noexcept {}
