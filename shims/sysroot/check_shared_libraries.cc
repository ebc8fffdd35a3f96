// Libraries that are there and cannot be linked: for another machine, empty, or the text of a link.
#include <elf.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/file.h"
#include "base/path.h"
#include "sysroot/linker_script.h"
#include "sysroot/subject.h"

namespace jetson {
namespace {

constexpr std::string_view kAgain = "fetch it again, and make the sysroot by `aarch64-jetson sysroot make`, which reads archives and images itself";

bool is_searched(const Subject& subject, const std::string& path) {
  const std::string directory = parent(path);
  return directory == subject.gcc.directory || std::find(subject.directories.begin(), subject.directories.end(), directory) != subject.directories.end();
}

// What tar and git write on Windows where they cannot make a link: its text, in plain or after Cygwin's mark.
bool holds_text_of_link(std::string_view text) {
  if (text.starts_with("!<symlink>") || text.starts_with("IntxLNK")) return true;
  if (text.ends_with('\n')) text.remove_suffix(1);
  return !text.empty() && text.find_first_of(" \t\r\n;(){}*", 0) == std::string_view::npos && text.find(".so") != std::string_view::npos;
}

class Checker {
 public:
  explicit Checker(const Subject& subject) : subject_(subject) {}

  void look_at(const SharedLibrary& library) {
    // A problem only where the linker would come across it.
    searched_ = is_searched(subject_, library.path);
    name_ = file_name(library.path);
    path_ = library.path;
    if (library.size == 0) return report("empty-library", name_ + " is empty", std::string(kAgain));
    if (!library.damage.empty()) return report("damaged-library", name_ + " is damaged", std::string(kAgain));
    if (library.facts) {
      if (!library.facts->is_aarch64)
        report("wrong-architecture", name_ + " is for " + library.facts->machine + ", not for the board",
               "remove it, and install its package for arm64 on the board");
      return;
    }
    const std::string text = subject_.read(library.path, 1 << 16).value_or("");
    if (is_linker_script(text)) return look_at_script(text);
    if (holds_text_of_link(text))
      return report("link-text", name_ + " is a file that holds the text of a link (" + text.substr(0, text.find('\n')) + ")",
                    "it was unpacked where links cannot be made: make the sysroot from the archive itself, by `aarch64-jetson sysroot make`, "
                    "which puts copies there");
    if (searched_ && name_.starts_with("lib")) report("not-a-library", name_ + " is neither a library nor a linker script", std::string(kAgain));
  }

  Findings findings() { return std::move(findings_); }

 private:
  void report(const std::string& topic, std::string what, std::string fix) {
    findings_.push_back({.kind = searched_ ? Finding::Kind::kProblem : Finding::Kind::kWarning,
                         .topic = topic,
                         .what = std::move(what),
                         .where = subject_.on_host(path_),
                         .fix = std::move(fix)});
  }

  void look_at_script(const std::string& text) {
    std::vector<std::string> among{parent(path_)};
    among.insert(among.end(), subject_.directories.begin(), subject_.directories.end());
    for (const std::string& file : files_of_linker_script(text)) {
      bool is_there = false;
      if (is_absolute(file)) is_there = subject_.sysroot.has_file(file);
      else if (file.starts_with("-l")) is_there = subject_.find_file("lib" + file.substr(2) + ".so", among) || subject_.find_file("lib" + file.substr(2) + ".a", among);
      else is_there = subject_.find_file(file, among).has_value();
      if (!is_there)
        report("linker-script", name_ + " is a linker script and names " + file + ", which the sysroot does not have",
               "install the package of " + std::string(file_name(file)) + " on the board and make the sysroot again; /lib must be in it, too");
    }
  }

  const Subject& subject_;
  Findings findings_;
  bool searched_ = false;
  std::string name_, path_;
};

// The machine of the first object in an archive; nothing where it has none, or where that is no ELF file (LLVM bitcode, thin archives).
std::optional<unsigned> machine_of_archive(const std::string& host_path) {
  const Descriptor file = open_to_read(host_path);
  char header[60], elf[20];
  std::uint64_t at = 8;
  // The symbol table and the table of long names come first: ar(5).
  for (int i = 0; i < 4; ++i) {
    if (read_at(file.get(), header, sizeof header, at) != sizeof header) return std::nullopt;
    at += sizeof header;
    const bool is_table = header[0] == '/' && (header[1] == ' ' || header[1] == '/' || header[1] == 'S');
    if (!is_table) break;
    const std::uint64_t size = std::strtoull(std::string(header + 48, 10).c_str(), nullptr, 10);
    at += size + size % 2;
  }
  if (read_at(file.get(), elf, sizeof elf, at) != sizeof elf || std::memcmp(elf, ELFMAG, SELFMAG) != 0) return std::nullopt;
  return static_cast<unsigned char>(elf[18]) | static_cast<unsigned>(static_cast<unsigned char>(elf[19])) << 8;
}

}  // namespace

Findings check_shared_libraries(const Subject& subject, const std::vector<SharedLibrary>& libraries) {
  Checker checker(subject);
  for (const SharedLibrary& library : libraries) checker.look_at(library);
  return checker.findings();
}

Findings check_archives(const Subject& subject, const std::vector<std::string>& archives) {
  Findings findings;
  for (const std::string& path : archives) {
    if (!is_searched(subject, path)) continue;
    const auto machine = machine_of_archive(subject.on_host(path));
    if (!machine || *machine == EM_AARCH64) continue;
    findings.push_back({.kind = Finding::Kind::kProblem,
                        .topic = "wrong-architecture",
                        .what = std::string(file_name(path)) + " holds objects for another machine (ELF machine " + std::to_string(*machine) + ")",
                        .where = subject.on_host(path),
                        .fix = "remove it, and install its package for arm64 on the board"});
  }
  return findings;
}

}  // namespace jetson
