#include "sysroot/partition.h"

#include <algorithm>

#include "base/file.h"

namespace jetson {
namespace {

constexpr std::size_t kMagicAt = 1024 + 56;  // of ext2, ext3 and ext4, in the superblock

Error encrypted(const std::string& name, const std::string& path) {
  return {.what = "the root filesystem in " + path + " is encrypted (partition " + name + ")",
          .where = {},
          .fix = "name a directory where it is unlocked and mounted, or the running board by ssh://user@host/",
          .more = {}};
}

}  // namespace

Partition::Holds look_at(int file, std::uint64_t offset) {
  std::string bytes(4096, '\0');
  const std::ptrdiff_t n = read_at(file, bytes.data(), bytes.size(), offset);
  bytes.resize(n < 0 ? 0 : static_cast<std::size_t>(n));
  if (bytes.starts_with("LUKS\xba\xbe")) return Partition::Holds::kEncrypted;
  if (bytes.size() > kMagicAt + 1 && bytes.compare(kMagicAt, 2, "\x53\xef") == 0) return Partition::Holds::kExt4;
  return bytes.find_first_not_of('\0') == std::string::npos && !bytes.empty() ? Partition::Holds::kNothing : Partition::Holds::kOther;
}

Result<Partition> choose_partition(const std::vector<Partition>& partitions, const std::string& path) {
  using Holds = Partition::Holds;
  const Partition* chosen = nullptr;
  for (const std::string_view name : {"APP", "APP_b"}) {
    const auto found = std::find_if(partitions.begin(), partitions.end(), [&](const Partition& one) { return one.name == name; });
    if (found == partitions.end()) continue;
    const bool is_better = chosen != nullptr && (chosen->holds == Holds::kNothing || chosen->holds == Holds::kEncrypted) && found->holds == Holds::kExt4;
    if (chosen == nullptr || is_better) chosen = &*found;
  }
  for (const Partition& one : partitions)
    if (one.name.starts_with("APP_ENC")) return encrypted(one.name, path);
  if (chosen != nullptr && chosen->holds == Holds::kEncrypted) return encrypted(chosen->name, path);
  if (chosen != nullptr && chosen->holds == Holds::kNothing)
    return Error{.what = "the partition " + chosen->name + " in " + path + " is empty", .where = {}, .fix = "name the image of a disk that was flashed", .more = {}};
  if (chosen != nullptr) return *chosen;
  std::string names;
  for (const Partition& partition : partitions) names += (names.empty() ? "" : ", ") + partition.name;
  return Error{.what = "no partition named APP in " + path + ", but " + names,
               .where = {},
               .fix = "name the image of the disk that the board starts from",
               .more = {}};
}

}  // namespace jetson
