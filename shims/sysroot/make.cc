#include "sysroot/make.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "base/native_path.h"
#include "base/os.h"
#include "base/path.h"
#include "sysroot/source.h"
#include "sysroot/stage.h"
#include "sysroot/tree.h"

namespace jetson {
namespace {

// The same signal may have reached a child of ours, whose end is then no news.
Failure read_source(Source& source, EntryTaker& taker, Progress& progress) {
  auto failure = source.read(taker, progress);
  auto interruption = check_interrupted();
  return failure && interruption ? std::move(interruption) : std::move(failure);
}

class Keeper final : public EntryTaker {
 public:
  Keeper(const KeepRules& rules, Tree& tree, MakeReport& report) : rules_(rules), tree_(tree), report_(report) {}

  bool wants_below(const std::string& directory) override { return rules_.may_keep_below(directory); }

  Failure take(const SourceEntry& entry, Content* content) override {
    if (auto failure = check_interrupted()) return failure;
    const auto verdict = rules_.decide(entry.path);
    if (entry.kind == SourceEntry::Kind::kOther) return std::nullopt;
    if (!verdict.keep) {
      MakeReport::LeftOut& left_out = left_out_[std::string(verdict.rule)];
      ++left_out.entries;
      left_out.bytes += entry.size;
      return std::nullopt;
    }
    if (entry.kind == SourceEntry::Kind::kHardLink && !rules_.decide(entry.target).keep) {
      lost_[entry.target].push_back(entry.path);
      return std::nullopt;
    }
    switch (entry.kind) {
      case SourceEntry::Kind::kDirectory: ++report_.directories; break;
      case SourceEntry::Kind::kLink: ++report_.links; break;
      default: ++report_.files;
    }
    report_.bytes += entry.size;
    return tree_.write(entry, content);
  }

  std::vector<MakeReport::LeftOut> left_out() {
    std::vector<MakeReport::LeftOut> out;
    out.reserve(left_out_.size());
    for (auto& [rule, counts] : left_out_) out.push_back({rule.empty() ? "(no rule keeps it)" : rule, counts.entries, counts.bytes});
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.bytes > b.bytes; });
    return out;
  }

  // Hard links to keep whose file has another, left-out name: {that name, the links}.
  const std::map<std::string, std::vector<std::string>>& lost() const { return lost_; }

 private:
  const KeepRules& rules_;
  Tree& tree_;
  MakeReport& report_;
  std::map<std::string, MakeReport::LeftOut> left_out_;
  std::map<std::string, std::vector<std::string>> lost_;
};

// The second pass, which writes the files of those hard links under the names that are kept.
class Finder final : public EntryTaker {
 public:
  Finder(const std::map<std::string, std::vector<std::string>>& lost, Tree& tree) : lost_(lost), tree_(tree) {}
  bool wants_below(const std::string&) override { return true; }
  Failure take(const SourceEntry& entry, Content* content) override {
    const auto found = lost_.find(entry.path);
    if (found == lost_.end() || entry.kind != SourceEntry::Kind::kFile) return std::nullopt;
    SourceEntry file = entry;
    file.path = found->second.front();
    if (auto failure = tree_.write(file, content)) return failure;
    for (std::size_t i = 1; i < found->second.size(); ++i) {
      const SourceEntry link{.kind = SourceEntry::Kind::kHardLink, .path = found->second[i], .target = file.path};
      if (auto failure = tree_.write(link, nullptr)) return failure;
    }
    return std::nullopt;
  }

 private:
  const std::map<std::string, std::vector<std::string>>& lost_;
  Tree& tree_;
};

Failure refuse_overlap(const std::string& source, const std::string& destination) {
  std::error_code code;
  if (source.starts_with("ssh://")) return std::nullopt;
  const std::string from = path_text(std::filesystem::weakly_canonical(native_path(source), code));
  const std::string to = path_text(std::filesystem::weakly_canonical(native_path(destination), code));
  if (!from.empty() && from != "/" && (is_within(to, from) || is_within(from, to)))
    return Error{.what = "the sysroot and what it is made from lie in each other", .where = {}, .fix = "name another destination", .more = {}};
  return std::nullopt;
}

}  // namespace

Result<MakeReport> make_sysroot(const MakeRequest& request, Progress& progress) {
  if (auto failure = refuse_overlap(request.source, request.destination)) return *failure;
  if (request.hardlink && !HostDisk().info(request.source).is_directory())
    return Error{.what = "only the files of a directory can be linked to, not those of " + request.source,
                 .where = {},
                 .fix = "leave --hardlink out",
                 .fault = Fault::kUsage,
                 .more = {}};
  auto source = request.hardlink ? open_directory_source(request.source, true)
                                 : open_source(request.source, {.rules = request.rules, .folder = parent(request.destination)});
  if (!source) return source.error();
  auto stage = Stage::open(request.destination, request.replace);
  if (!stage) return stage.error();
  auto tree = Tree::open((*stage)->path());
  if (!tree) return tree.error();

  MakeReport report;
  Keeper keeper(request.rules, **tree, report);
  if (auto failure = read_source(**source, keeper, progress)) return *failure;
  if (!keeper.lost().empty()) {
    Finder finder(keeper.lost(), **tree);
    if (auto failure = read_source(**source, finder, progress)) return *failure;
  }
  if (!(*tree)->disk().info((*stage)->path() + "/usr/lib").is_directory())
    return Error{.what = "this is no root filesystem, it has no usr/lib: " + request.source,
                 .where = {},
                 .fix = "name the folder that holds usr, lib and etc, or an archive of it",
                 .more = {}};
  auto mended = mend(**tree);
  if (!mended) return mended.error();
  if (auto failure = (*tree)->finish()) return *failure;
  if (auto failure = (*stage)->commit()) return *failure;
  report.left_out = keeper.left_out();
  report.mended = *mended;
  report.remarks = (*source)->remarks();
  if (request.hardlink) report.shared = (*tree)->shared();
  for (std::string& clash : (*tree)->clashes()) report.remarks.push_back(std::move(clash));
  return report;
}

}  // namespace jetson
