#include "sysroot/link_copies.h"

#include <algorithm>

#include "base/path.h"

namespace jetson {
namespace {

using Place = Catalog::Place;

// Links into each other's directories double what they lead to with every step: an archive made for it would fill any disk.
constexpr std::size_t kMostCopies = 2'000'000;

bool lies_in(std::string_view path, std::string_view directory) { return directory.empty() || is_within(path, directory); }

class Planner {
 public:
  Planner(const Catalog& catalog, LinkCopies& plan) : catalog_(catalog), plan_(plan) {}

  void add(const Catalog::Item& link) {
    const Place place = catalog_.resolve(link.path);
    const auto without = [&](const std::string& why) {
      plan_.remarks.push_back("/" + link.path + " is a link that " + why + " (" + link.target + "); there is no copy in its place");
    };
    if (place.leads_above) return without("leads out of the sysroot");
    if (place.end == Place::End::kLoop) return without("leads in a circle");
    if (place.end != Place::End::kFound) return without("leads nowhere");
    if (plan_.copies.size() >= kMostCopies) return without("leads to more files than are copied for links");
    const Catalog::Item* const target = catalog_.find(place.path);
    if (target != nullptr && target->kind == Catalog::Kind::kFile) {
      plan_.copies.push_back({link.path, target->path});
      return;
    }
    if (lies_in(link.path, place.path)) return without("leads to a folder it lies in");
    open_.push_back(parent(link.path));
    add_directory(link.path, place.path);
    open_.pop_back();
  }

 private:
  void add_directory(const std::string& path, const std::string& directory) {
    plan_.copies.push_back({path, {}});
    open_.push_back(directory);
    for (const Catalog::Item* item : catalog_.list(directory)) {
      if (plan_.copies.size() >= kMostCopies) break;
      add_item(path + "/" + std::string(file_name(item->path)), *item);
    }
    open_.pop_back();
  }

  // Links below that have no copy were told of where they lie themselves.
  void add_item(const std::string& path, const Catalog::Item& item) {
    const Place place = catalog_.resolve(item.path);
    if (place.end != Place::End::kFound || place.leads_above) return;
    const Catalog::Item* const target = catalog_.find(place.path);
    if (target != nullptr && target->kind == Catalog::Kind::kFile) {
      plan_.copies.push_back({path, target->path});
      return;
    }
    const bool is_open = std::any_of(open_.begin(), open_.end(), [&](const std::string& one) { return lies_in(one, place.path); });
    if (!is_open) add_directory(path, place.path);
  }

  const Catalog& catalog_;
  LinkCopies& plan_;
  std::vector<std::string> open_;  // the directory the link lies in, and those being copied
};

}  // namespace

LinkCopies plan_link_copies(const Catalog& catalog) {
  LinkCopies plan;
  Planner planner(catalog, plan);
  for (const Catalog::Item* link : catalog.links()) planner.add(*link);
  return plan;
}

}  // namespace jetson
