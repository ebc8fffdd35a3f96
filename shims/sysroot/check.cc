#include "sysroot/check.h"

#include "base/file.h"
#include "base/os.h"
#include "sysroot/scan.h"
#include "sysroot/subject.h"

namespace jetson {
namespace {

constexpr std::size_t kMostBytesOfStatus = std::size_t{64} << 20;

// clang's order: GCC's own directory, ours in front, the system's, ours behind.
std::vector<std::string> search_directories(const Sysroot& sysroot, const Settings& settings, const Sysroot::Gcc& gcc, const std::string& multiarch) {
  Directories wanted;
  if (!gcc.directory.empty()) wanted.push_back({gcc.directory});
  const auto& own = settings.directories;
  wanted.insert(wanted.end(), own.library.value.begin(), own.library.value.end());
  for (const std::string& directory : {"/lib/" + multiarch, "/usr/lib/" + multiarch, std::string("/lib"), std::string("/usr/lib")}) wanted.push_back({directory});
  wanted.insert(wanted.end(), own.library_last.value.begin(), own.library_last.value.end());
  return sysroot.find(wanted);
}

void append(Findings& all, Findings some) { all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end())); }

}  // namespace

std::optional<std::string> Subject::read(std::string_view target_path, std::size_t limit) const {
  const auto path = sysroot.resolve(target_path);
  if (!path) return std::nullopt;
  auto text = disk.read(on_host(*path), limit);
  if (!text) return std::nullopt;
  return std::move(*text);
}

Result<std::optional<ElfFacts>> Subject::read_elf_file(const std::string& target_path) const {
  const std::string path = on_host(sysroot.resolve(target_path).value_or(target_path));
  const Descriptor file = open_to_read(path);
  return read_elf(file.get(), path);
}

std::optional<std::string> Subject::find_file(std::string_view name, const std::vector<std::string>& among) const {
  for (const std::string& directory : among)
    if (std::string path = directory + "/" + std::string(name); sysroot.has_file(path)) return path;
  return std::nullopt;
}

Findings check_sysroot(const CheckRequest& request) {
  const HostDisk disk;
  const Sysroot sysroot(request.directory, disk);
  const std::string multiarch = multiarch_of(request.settings.triple.value);
  const std::string& chosen = request.settings.gcc_directory.value;
  Subject subject{.sysroot = sysroot,
                  .disk = disk,
                  .settings = request.settings,
                  .multiarch = multiarch,
                  .packages = {},
                  .gcc = chosen.empty() ? sysroot.find_gcc(multiarch) : Sysroot::Gcc{.directory = chosen, .is_highest = false},
                  .directories = {}};
  subject.packages = parse_dpkg_status(subject.read("/var/lib/dpkg/status", kMostBytesOfStatus).value_or(""));
  subject.directories = search_directories(sysroot, request.settings, subject.gcc, multiarch);

  Findings findings;
  for (const auto check : {check_release, check_glibc, check_gcc, check_start_files, check_cuda, check_jetpack_libraries}) append(findings, check(subject));
  Scan scan = scan_sysroot(subject, KeepRules(request.settings.contents.keep.value, request.settings.contents.leave_out.value));
  append(findings, std::move(scan.links));
  append(findings, check_shared_libraries(subject, scan.shared));
  append(findings, check_archives(subject, scan.archives));
  append(findings, check_needed(subject, scan.shared, scan.names));
  append(findings, check_builds(subject, request));
  return findings;
}

}  // namespace jetson
