#include "sysroot/elf.h"

#include <gelf.h>

#include <cstring>
#include <memory>

#include "base/file.h"

namespace jetson {
namespace {

struct ElfCloser {
  void operator()(Elf* elf) const { elf_end(elf); }
};
using ElfHandle = std::unique_ptr<Elf, ElfCloser>;

Error damaged(const std::string& name) {
  return {.what = "a damaged ELF file: " + name + " (" + elf_errmsg(-1) + ")", .where = {}, .fix = "fetch it again", .more = {}};
}

std::string machine_name(const GElf_Ehdr& header) {
  switch (header.e_machine) {
    case EM_AARCH64: return "aarch64";
    case EM_X86_64: return "x86_64";
    case EM_386: return "i386";
    case EM_ARM: return "arm";
    default: return "machine " + std::to_string(header.e_machine);
  }
}

std::vector<std::string> split_at_colons(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(':', start), text.size());
    if (end > start) parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

// By the program headers, as ld.so does: stripped section headers are no hindrance.
Failure read_dynamic(Elf* elf, const std::string& name, ElfFacts& facts) {
  std::size_t count = 0;
  if (elf_getphdrnum(elf, &count) != 0) return damaged(name);
  std::vector<GElf_Phdr> loads;
  std::optional<GElf_Phdr> dynamic;
  for (std::size_t i = 0; i < count; ++i) {
    GElf_Phdr header;
    if (gelf_getphdr(elf, static_cast<int>(i), &header) == nullptr) return damaged(name);
    if (header.p_type == PT_LOAD) loads.push_back(header);
    if (header.p_type == PT_DYNAMIC) dynamic = header;
  }
  if (!dynamic) return std::nullopt;
  const auto piece = [&](GElf_Off offset, std::size_t size, Elf_Type type) {
    return elf_getdata_rawchunk(elf, static_cast<std::int64_t>(offset), size, type);
  };
  Elf_Data* const entries = piece(dynamic->p_offset, dynamic->p_filesz, ELF_T_DYN);
  if (entries == nullptr) return damaged(name);
  GElf_Addr strings_at = 0;
  std::size_t strings_size = 0;
  std::vector<GElf_Dyn> wanted;
  for (int i = 0;; ++i) {
    GElf_Dyn entry;
    if (gelf_getdyn(entries, i, &entry) == nullptr || entry.d_tag == DT_NULL) break;
    if (entry.d_tag == DT_STRTAB) strings_at = entry.d_un.d_ptr;
    else if (entry.d_tag == DT_STRSZ) strings_size = entry.d_un.d_val;
    else if (entry.d_tag == DT_NEEDED || entry.d_tag == DT_SONAME || entry.d_tag == DT_RUNPATH || entry.d_tag == DT_RPATH)
      wanted.push_back(entry);
  }
  if (wanted.empty()) return std::nullopt;
  Elf_Data* strings = nullptr;
  for (const GElf_Phdr& load : loads)
    if (strings_at >= load.p_vaddr && strings_at - load.p_vaddr < load.p_filesz)
      strings = piece(load.p_offset + (strings_at - load.p_vaddr), strings_size, ELF_T_BYTE);
  if (strings == nullptr) return damaged(name);
  const auto text = [&](std::uint64_t offset) {
    if (offset >= strings->d_size) return std::string();
    const char* start = static_cast<const char*>(strings->d_buf) + offset;
    return std::string(start, strnlen(start, strings->d_size - offset));
  };
  bool has_runpath = false;
  for (const GElf_Dyn& entry : wanted) {
    const std::string value = text(entry.d_un.d_val);
    if (entry.d_tag == DT_NEEDED) facts.needed.push_back(value);
    if (entry.d_tag == DT_SONAME) facts.soname = value;
    if (entry.d_tag == DT_RUNPATH || (entry.d_tag == DT_RPATH && !has_runpath)) facts.runpath = split_at_colons(value);
    has_runpath = has_runpath || entry.d_tag == DT_RUNPATH;
  }
  return std::nullopt;
}

}  // namespace

Result<std::optional<ElfFacts>> read_elf(int file, const std::string& name) {
  char magic[SELFMAG] = {};
  if (read_at(file, magic, sizeof magic, 0) != sizeof magic || std::memcmp(magic, ELFMAG, SELFMAG) != 0) return std::optional<ElfFacts>();
  elf_version(EV_CURRENT);
  const ElfHandle elf(elf_begin(file, ELF_C_READ, nullptr));
  GElf_Ehdr header;
  if (!elf || elf_kind(elf.get()) != ELF_K_ELF || gelf_getehdr(elf.get(), &header) == nullptr) return damaged(name);
  ElfFacts facts;
  facts.machine = machine_name(header);
  facts.is_aarch64 = header.e_machine == EM_AARCH64 && header.e_ident[EI_CLASS] == ELFCLASS64 && header.e_ident[EI_DATA] == ELFDATA2LSB;
  switch (header.e_type) {
    case ET_REL: facts.type = ElfFacts::Type::kObject; break;
    case ET_EXEC: facts.type = ElfFacts::Type::kExecutable; break;
    case ET_DYN: facts.type = ElfFacts::Type::kShared; break;
    default: break;
  }
  if (auto failure = read_dynamic(elf.get(), name, facts)) return *failure;
  return std::optional<ElfFacts>(std::move(facts));
}

}  // namespace jetson
