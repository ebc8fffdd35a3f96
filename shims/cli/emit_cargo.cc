#include "cli/emit_cargo.h"

#include <algorithm>
#include <cstdlib>

#include "base/child.h"
#include "base/path.h"
#include "emit/cuda.h"
#include "emit/emit.h"
#include "emit/opencv_crate.h"
#include "emit/toml_merge.h"

namespace jetson {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 20;

// The lock file of a workspace lies above its members.
std::string locate_lock(const std::string& project, const Disk& disk) {
  std::string folder = disk.real_path(project.empty() ? "." : project).value_or(project);
  while (true) {
    if (const auto text = disk.read(join(folder, "Cargo.lock"), kMostBytes)) return *text;
    const std::string above = parent(folder);
    if (above == folder || above == ".") return {};
    folder = above;
  }
}

// The version that is to be built for; "" where the project has no opencv.
Result<std::string> opencv_version(const EmitOptions& options, const Disk& disk) {
  const auto locked = find_opencv_version(locate_lock(options.project, disk));
  for (const std::string& with : options.with) {
    const std::string crate = with.substr(0, with.find('='));
    if (crate == "cuda") continue;
    if (crate != "opencv")
      return Error{.what = "nothing is known of the crate `" + crate + "`", .where = "--with", .fix = "the crates with needs of their own: opencv, cuda",
                   .fault = Fault::kUsage, .more = {}};
    if (with.size() > crate.size() + 1) return with.substr(crate.size() + 1);
    return locked.value_or("9999");  // the newest there is
  }
  return locked.value_or("");
}

bool wants_cuda(const EmitOptions& options, const Disk& disk) {
  return std::find(options.with.begin(), options.with.end(), "cuda") != options.with.end() || uses_cuda_crate(locate_lock(options.project, disk));
}

// `include` is read from 1.94 on; older ones pass over it without a word.
bool cargo_includes(const Context& context) {
  const auto asked = run_child({.arguments = {"cargo", "--version"}, .environment = context.environment});
  if (!asked || !asked->ok() || !asked->out.starts_with("cargo 1.")) return false;
  return std::atoi(asked->out.c_str() + std::string_view("cargo 1.").size()) >= 94;
}

// Older cargos knew the file without its ending, and where it is there cargo reads it alone.
std::string locate_configuration(const std::string& project, const Disk& disk) {
  const std::string old = below(project, ".cargo/config");
  return disk.info(old).is_file() ? old : old + ".toml";
}

// Both lists, a key of `over` in place of the same key.
std::vector<TomlEntry> together(std::vector<TomlEntry> entries, const std::vector<TomlEntry>& over) {
  std::erase_if(entries, [&](const TomlEntry& entry) {
    return std::any_of(over.begin(), over.end(), [&](const TomlEntry& other) { return other.table == entry.table && other.key == entry.key; });
  });
  entries.insert(entries.end(), over.begin(), over.end());
  return entries;
}

Failure write(const EmitOptions& options, const Facts& facts, const std::vector<TomlEntry>& base, const std::vector<TomlEntry>& extra,
              const Context& context, std::string& told) {
  const HostDisk disk;
  if (!disk.info(below(options.project, "Cargo.toml")).is_file())
    return Error{.what = "there is no Cargo.toml in " + (options.project.empty() ? "this folder" : options.project),
                 .where = {},
                 .fix = "go to the project's folder, or name it by --project",
                 .more = {}};
  // All is made up before anything is written.
  const std::string path = locate_configuration(options.project, disk);
  std::string old;
  if (disk.info(path).kind != FileInfo::Kind::kMissing) {
    const auto text = disk.read(path, kMostBytes);
    if (!text) return Error{.what = "cargo's configuration " + text.error().what, .where = {}, .fix = "mend or remove it", .more = {}};
    old = *text;
  }
  const bool by_include = !options.paste && cargo_includes(context);
  const std::string included = join(facts.folder, "cargo/" + facts.prefix + ".toml");
  const std::vector<TomlEntry> include{{"", "include", toml_string(included), "by aarch64-jetson emit cargo"}};
  const std::vector<TomlEntry> entries = by_include ? extra : together(base, extra);
  MergeRequest request{.entries = entries, .replace = options.replace};
  if (by_include) request.elements = include;
  const auto merged = merge_toml(old, path, request);
  if (!merged) return merged.error();

  const Emitter& cmake = *find_emitter("cmake");
  const auto put = [&](const std::string& file, const Result<Written>& written) -> Failure {
    if (!written) return written.error();
    told += written_line(file, *written);
    return std::nullopt;
  };
  if (auto failed = put(facts.cmake_file(), write_own_file(facts.cmake_file(), emit_file(cmake, facts), kMark))) return failed;
  if (by_include)
    if (auto failed = put(included, write_own_file(included, emit_file(*find_emitter("cargo"), facts), kMark))) return failed;
  return put(path, write_file(path, *merged));
}

}  // namespace

void emit_cargo_verb(const EmitOptions& options, const Facts& facts, Context& context) {
  const HostDisk disk;
  const auto version = opencv_version(options, disk);
  if (!version) return context.fail(version.error());
  std::vector<TomlEntry> extra;
  if (!version->empty()) {
    auto entries = build_opencv_entries(facts, *version);
    if (!entries) return context.fail(entries.error());
    extra = std::move(*entries);
  }
  if (wants_cuda(options, disk)) {
    const auto entries = build_cuda_project_entries(facts);
    if (!entries) return context.fail(entries.error());
    extra.insert(extra.end(), entries->begin(), entries->end());
  }
  const std::vector<TomlEntry> base = build_cargo_entries(facts);
  const std::string text = print_toml(together(base, extra));
  if (!options.write) {
    write_all(1, text);
    if (!disk.info(facts.cmake_file()).is_file())
      write_all(2, "aarch64-jetson: note: these lines name " + facts.cmake_file() + ", which `aarch64-jetson emit cmake --write` writes\n");
    return;
  }
  std::string told;
  const Failure failed = write(options, facts, base, extra, context, told);
  if (failed) {
    context.fail(*failed);
    write_all(1, text);
    return;
  }
  write_all(1, told);
}

}  // namespace jetson
