// Any bytes as a library of a sysroot: read, or refused with a sentence; never more than what is there.
#include "sysroot/elf.h"

#include "fuzz/memory_file.h"

using namespace jetson;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Descriptor file = memory_file(data, size);
  const auto facts = read_elf(file.get(), "/usr/lib/libx.so");
  if (!facts) {
    require(facts.error().what.find("/usr/lib/libx.so") != std::string::npos, "a message names the file", facts.error().what);
    return 0;
  }
  if (!*facts) return 0;
  require(size >= 4, "what is shorter than its magic is no ELF file");
  require((*facts)->needed.size() <= size / 8, "each DT_NEEDED takes an entry of the file");
  std::size_t text = (*facts)->soname.size();
  for (const std::string& name : (*facts)->needed) require(name.find('\0') == std::string::npos, "a name ends at its NUL", name);
  for (const std::string& path : (*facts)->runpath) text += path.size();
  require(text <= 2 * size, "names are in the file");
  return 0;
}
