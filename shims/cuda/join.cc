#include "cuda/join.h"

#include <algorithm>

namespace jetson {
namespace {

namespace fs = std::filesystem;

bool is_taken(const fs::path& path) { return fs::exists(fs::symlink_status(path)); }

void take_file(const fs::path& from, const fs::path& to) {
  std::error_code code;
  // Of what a link leads to, and not one more name of the link.
  fs::create_hard_link(fs::canonical(from), to, code);
  if (code) fs::copy_file(from, to);
}

// A link to a folder that it lies in would have no end.
bool leads_above(const fs::path& link) {
  const fs::path target = fs::canonical(link), folder = fs::canonical(link.parent_path());
  return std::mismatch(target.begin(), target.end(), folder.begin(), folder.end()).first == target.end();
}

// Links in there that lead nowhere are left out.
void take_contents(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const auto& entry : fs::directory_iterator(from)) {
    const fs::path place = to / entry.path().filename();
    if (is_taken(place)) continue;
    if (entry.is_regular_file()) take_file(entry, place);
    else if (entry.is_directory() && !(entry.is_symlink() && leads_above(entry))) take_contents(entry, place);
  }
}

}  // namespace

Joiner::Joiner(const fs::path& folder) {
  const fs::path probe = folder / "link";
  std::error_code code;
  fs::create_symlink("nowhere", probe, code);
  // Wine 8 says that it has made one and makes none.
  has_links_ = !code && fs::is_symlink(fs::symlink_status(probe, code));
  fs::remove(probe, code);
}

void Joiner::add_file(const fs::path& from, const fs::path& to) const {
  if (has_links_) fs::create_symlink(from, to);
  else take_file(from, to);
}

void Joiner::add_folder(const fs::path& from, const fs::path& to) const {
  if (has_links_) fs::create_directory_symlink(from, to);
  else take_contents(from, to);
}

void Joiner::add_contents(const fs::path& from, const fs::path& to) const {
  if (!fs::is_directory(from)) return;
  if (!has_links_) return take_contents(from, to);
  for (const auto& entry : fs::directory_iterator(from))
    if (!is_taken(to / entry.path().filename())) fs::create_symlink(entry.path(), to / entry.path().filename());
}

void Joiner::add_name(const fs::path& target, const fs::path& to) const {
  if (has_links_) fs::create_directory_symlink(target, to);
  else take_contents(to.parent_path() / target, to);
}

}  // namespace jetson
