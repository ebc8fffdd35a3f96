#include "sysroot/fetch.h"

#include <filesystem>

#include "base/os.h"
#include "sysroot/mmdebstrap.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

// The source of this make is a folder of ours, of which the user knows nothing.
class Renamed final : public Progress {
 public:
  Renamed(std::string step, Progress& progress) : step_(std::move(step)), progress_(progress) {}
  void begin(std::string_view, std::uint64_t total) override { progress_.begin(step_, total); }
  void advance(std::uint64_t bytes) override { progress_.advance(bytes); }
  void end() override { progress_.end(); }

 private:
  std::string step_;
  Progress& progress_;
};

}  // namespace

Result<MakeReport> fetch_sysroot(const FetchRequest& request, const Environment& environment, Progress& progress) {
  const HostDisk disk;
  if (auto failure = check_tools(environment, disk)) return *failure;
  if (auto failure = check_keyrings(request.preset, disk)) return *failure;
  std::error_code code;
  // mmdebstrap changes its working directory.
  const std::string destination = std::filesystem::absolute(request.destination, code).lexically_normal().string();
  // Refuses now what would be refused at the end.
  if (const auto stage = Stage::open(destination, request.replace); !stage) return stage.error();
  const auto scratch = Stage::open(destination + ".packages", true);
  if (!scratch) return scratch.error();
  const std::string root = (*scratch)->path() + "/root";

  auto failed = run_mmdebstrap(build_mmdebstrap(request.preset, request.packages, root), (*scratch)->path(), request.preset, environment, progress);
  const bool has_fallback = build_sources(request.fallback) != build_sources(request.preset);
  if (failed && failed->lies_in_mirror && has_fallback) {
    std::filesystem::remove_all(root, code);
    failed = run_mmdebstrap(build_mmdebstrap(request.fallback, request.packages, root), (*scratch)->path(), request.fallback, environment, progress);
  }
  if (failed) return failed->error;
  Renamed writing("writing " + request.destination, progress);
  // Nobody else has those files: they are given another name rather than copied.
  auto made = make_sysroot({.source = root, .destination = destination, .rules = request.rules, .replace = request.replace, .hardlink = true}, writing);
  if (made) made->shared.reset();
  return made;
}

}  // namespace jetson
