#include "sysroot/catalog.h"

#include "base/path.h"

namespace jetson {
namespace {

// As the kernel's own limit on links in one path.
constexpr int kMostLinks = 40;

// Letters beyond ASCII are told apart here; where the file system does not, writing the second name finds the first.
std::string folded(std::string_view path) {
  std::string text(path);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// The words of `path` onto a stack, the first on top. Not components(): a ".." in a link counts from where the link really lies.
void push_words(std::string_view path, std::vector<std::string>& stack) {
  for (std::size_t end = path.size();;) {
    const std::size_t slash = end == 0 ? std::string_view::npos : path.rfind('/', end - 1);
    const std::size_t start = slash == std::string_view::npos ? 0 : slash + 1;
    if (const std::string_view word = path.substr(start, end - start); !word.empty() && word != ".") stack.emplace_back(word);
    if (start == 0) return;
    end = start - 1;
  }
}

}  // namespace

const Catalog::Item* Catalog::find(std::string_view path) const {
  const auto found = items_.find(folded(path));
  return found == items_.end() ? nullptr : &found->second;
}

void Catalog::put(Item item) {
  std::string name = folded(item.path);
  items_.insert_or_assign(std::move(name), std::move(item));
}

void Catalog::remove(std::string_view path) { items_.erase(folded(path)); }

Catalog::Place Catalog::follow(std::string_view path, bool follows_last) const {
  Place place;
  std::vector<std::string> todo;
  push_words(path, todo);
  int links = 0;
  while (!todo.empty()) {
    const std::string part = std::move(todo.back());
    todo.pop_back();
    if (part == "..") {
      place.leads_above = place.leads_above || place.path.empty();
      const std::size_t slash = place.path.rfind('/');
      place.path.resize(slash == std::string::npos ? 0 : slash);
      continue;
    }
    const std::string next = place.path.empty() ? part : place.path + "/" + part;
    const Item* const item = find(next);
    if (item != nullptr && item->kind == Kind::kLink && (follows_last || !todo.empty())) {
      if (++links > kMostLinks) {
        place.end = Place::End::kLoop;
        return place;
      }
      if (is_absolute(item->target)) place.path.clear();
      push_words(item->target, todo);
      continue;
    }
    if (item == nullptr && place.end == Place::End::kFound) place.end = Place::End::kMissing;
    if (item != nullptr && item->kind == Kind::kFile && !todo.empty()) place.end = Place::End::kNoDirectory;
    place.path = item != nullptr ? item->path : next;
  }
  return place;
}

std::vector<const Catalog::Item*> Catalog::list(std::string_view directory) const {
  std::vector<const Item*> items;
  const std::string prefix = directory.empty() ? "" : folded(directory) + "/";
  for (auto at = items_.lower_bound(prefix); at != items_.end() && at->first.starts_with(prefix);) {
    const std::size_t slash = at->first.find('/', prefix.size());
    if (slash == std::string::npos) items.push_back(&(at++)->second);
    // Over all that lies deeper: '0' is what comes behind '/'.
    else at = items_.lower_bound(at->first.substr(0, slash) + "0");
  }
  return items;
}

std::vector<const Catalog::Item*> Catalog::links() const {
  std::vector<const Item*> links;
  for (const auto& [name, item] : items_)
    if (item.kind == Kind::kLink) links.push_back(&item);
  return links;
}

}  // namespace jetson
