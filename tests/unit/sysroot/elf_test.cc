#include "sysroot/elf.h"

#include <elf.h>
#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <cstring>

#include "base/descriptor.h"
#include "base/os.h"

using namespace jetson;

namespace {

Descriptor file_of(const std::string& bytes) {
  char path[] = "/tmp/elf_test.XXXXXX";
  Descriptor file(mkstemp(path));
  unlink(path);
  write_all(file.get(), bytes);
  return file;
}

// A shared object of one segment: headers, dynamic section, strings.
std::string shared_object(Elf64_Half machine) {
  const std::string strings("\0libm.so.6\0libc.so.6\0libx.so.1\0$ORIGIN:/opt/x\0", 46);
  std::string bytes(1024, '\0');
  Elf64_Ehdr header{};
  std::memcpy(header.e_ident, ELFMAG, SELFMAG);
  header.e_ident[EI_CLASS] = ELFCLASS64;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_ident[EI_VERSION] = EV_CURRENT;
  header.e_type = ET_DYN;
  header.e_machine = machine;
  header.e_version = EV_CURRENT;
  header.e_ehsize = sizeof header;
  header.e_phoff = 64;
  header.e_phentsize = sizeof(Elf64_Phdr);
  header.e_phnum = 2;
  std::memcpy(bytes.data(), &header, sizeof header);
  const Elf64_Dyn entries[] = {{DT_NEEDED, {1}}, {DT_NEEDED, {11}}, {DT_SONAME, {21}}, {DT_RUNPATH, {31}}, {DT_STRTAB, {0x10200}}, {DT_STRSZ, {strings.size()}}, {DT_NULL, {0}}};
  const Elf64_Phdr load{PT_LOAD, PF_R, 0, 0x10000, 0x10000, 1024, 1024, 0x1000};
  const Elf64_Phdr dynamic{PT_DYNAMIC, PF_R, 256, 0x10100, 0x10100, sizeof entries, sizeof entries, 8};
  std::memcpy(bytes.data() + 64, &load, sizeof load);
  std::memcpy(bytes.data() + 64 + sizeof load, &dynamic, sizeof dynamic);
  std::memcpy(bytes.data() + 256, entries, sizeof entries);
  std::memcpy(bytes.data() + 512, strings.data(), strings.size());
  return bytes;
}

}  // namespace

TEST_CASE("elf: what a shared object says") {
  const auto facts = read_elf(file_of(shared_object(EM_AARCH64)).get(), "x");
  REQUIRE(facts);
  REQUIRE(facts->has_value());
  CHECK((*facts)->is_aarch64);
  CHECK((*facts)->type == ElfFacts::Type::kShared);
  CHECK((*facts)->needed == std::vector<std::string>{"libm.so.6", "libc.so.6"});
  CHECK((*facts)->soname == "libx.so.1");
  CHECK((*facts)->runpath == std::vector<std::string>{"$ORIGIN", "/opt/x"});
}

TEST_CASE("elf: another machine") {
  const auto facts = read_elf(file_of(shared_object(EM_X86_64)).get(), "x");
  REQUIRE(facts);
  CHECK_FALSE((*facts)->is_aarch64);
  CHECK((*facts)->machine == "x86_64");
}

TEST_CASE("elf: no ELF file, and pieces of one") {
  CHECK_FALSE(read_elf(file_of("INPUT(libm.so.6)").get(), "x")->has_value());
  CHECK_FALSE(read_elf(file_of("").get(), "x")->has_value());
  const std::string whole = shared_object(EM_AARCH64);
  // The strings end at 558; what is cut off before is damage, never a crash.
  for (std::size_t size = SELFMAG; size < 512; ++size) {
    INFO(size);
    const auto facts = read_elf(file_of(whole.substr(0, size)).get(), "x");
    CHECK((!facts || (*facts)->needed.empty()));
  }
}
