#include "forward/cuda_view.h"

#include "base/path.h"
#include "settings/locate.h"

namespace jetson {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 10;
constexpr int kMostLinks = 8;
constexpr std::string_view kSetup = "run `aarch64-jetson cuda setup`";

template <class View, class F>
void for_each_fact(View& view, F&& f) {
  f("toolkit", view.toolkit);
  f("nvcc", view.nvcc);
  f("fatbinary", view.fatbinary);
  f("toolkit_version", view.toolkit_version);
  f("gpus", view.gpus);
  f("clang_below", view.clang_below);
  f("forwarder", view.forwarder);
  f("prefix", view.prefix);
  f("sysroot", view.sysroot);
  f("target", view.target);
  f("target_version", view.target_version);
}

std::optional<CalledName> as_view_tool(std::string_view name, const std::string& view) {
  auto called = parse_called_name(name);
  if (!called || (called->tool->kind != ToolKind::kNvcc && called->tool->kind != ToolKind::kFatbinary)) return std::nullopt;
  called->view = view;
  return called;
}

// The copy in a view without links.
std::optional<CalledName> read_copy(const std::string& path, const Disk& disk) {
  const std::string folder = parent(parent(path));
  const auto view = load_cuda_view(folder, disk);
  if (!view || view->prefix.empty()) return std::nullopt;
  auto called = as_view_tool(view->prefix + "-" + std::string(file_name(path)), folder);
  if (called) called->forwarder = view->forwarder;
  return called;
}

Error stale(std::string what, const std::string& view) {
  return {.what = std::move(what), .where = view, .fix = std::string(kSetup) + ", which makes the view anew", .more = {}};
}

}  // namespace

std::string print_cuda_view(const CudaView& view) {
  std::string text = "# What `aarch64-jetson cuda setup` found. It makes this folder anew when that changes.\n";
  for_each_fact(view, [&](std::string_view key, const std::string& value) { text.append(key).append(" = ").append(value).append("\n"); });
  return text;
}

CudaView parse_cuda_view(std::string_view text) {
  CudaView view;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const auto equals = line.find(" = ");
    if (equals == std::string_view::npos) continue;
    for_each_fact(view, [&](std::string_view key, std::string& value) {
      if (key == line.substr(0, equals)) value = line.substr(equals + 3);
    });
  }
  return view;
}

std::string cuda_view_path(const Settings& settings, std::string_view prefix, const Environment& environment) {
  if (!settings.cuda_view.value.empty()) return settings.cuda_view.value;
  std::string file = settings.file;
  if (file.empty()) {
    const auto candidates = settings_candidates(prefix, environment, {});
    if (candidates.empty()) return {};
    file = candidates.front();
  }
  if (file.ends_with(".toml")) file.resize(file.size() - 5);
  return file + "-cuda";
}

std::optional<CalledName> read_view_name(std::string path, const Disk& disk) {
  for (int links = 0; links < kMostLinks; ++links) {
    const auto target = disk.entry(path).link;
    if (!target) return read_copy(path, disk);
    if (auto name = as_view_tool(*target, parent(parent(path)))) return name;
    path = join(parent(path), *target);
  }
  return std::nullopt;
}

Result<CudaView> load_cuda_view(const std::string& path, const Disk& disk) {
  const auto text = path.empty() ? Result<std::string>(Error{}) : disk.read(join(path, kCudaViewFacts), kMostBytes);
  if (!text)
    return Error{.what = "CUDA has not been set up for this sysroot",
                 .where = path.empty() ? "HOME is not set" : "there is no view in " + path,
                 .fix = std::string(kSetup) + " (without a toolkit on this machine first `aarch64-jetson cuda fetch`)",
                 .more = {}};
  CudaView view = parse_cuda_view(*text);
  view.path = path;
  return view;
}

Result<CudaView> require_cuda_view(const Call& call, const std::string& sysroot) {
  const std::string path = call.name.view.empty() ? cuda_view_path(call.settings, call.name.prefix, call.environment) : call.name.view;
  auto view = load_cuda_view(path, call.disk);
  if (!view) return view;
  const auto is_same = [&](const std::string& a, const std::string& b) {
    return a == b || call.disk.real_path(a).value_or(a) == call.disk.real_path(b).value_or(b);
  };
  if (!is_same(view->sysroot, sysroot))
    return stale("the CUDA view was made for the sysroot " + view->sysroot + ", and this call is for " + sysroot, path);
  const bool is_there = view->nvcc.empty() ? call.disk.info(view->toolkit).is_directory() : call.disk.info(view->nvcc).is_file();
  if (!is_there) return stale("the CUDA toolkit that the view was made from is gone: " + view->toolkit, path);
  if (file_name(call.disk.real_path(view->nvcc).value_or("")).starts_with(kFamily)) return stale("the CUDA view leads back to our own tools", path);
  if (!call.disk.info(join(path, "include/cuda.h")).is_file())
    return stale("the sysroot has no CUDA any more where it had it: " + view->target, path);
  return view;
}

}  // namespace jetson
