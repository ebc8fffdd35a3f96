#include "sysroot/mmdebstrap_output.h"

#include <algorithm>
#include <charconv>

namespace jetson {
namespace {

// mmdebstrap's own last words: that a program failed whose reason stands above.
constexpr std::string_view kEchoes[] = {"apt-get ", "apt download failed", "apt failed", "mmdebstrap failed", "setup failed", "run_"};

std::string_view between(std::string_view text, std::string_view start, std::string_view end) {
  const std::size_t from = text.find(start);
  if (from == std::string_view::npos) return {};
  const std::size_t to = text.find(end, from + start.size());
  return to == std::string_view::npos ? std::string_view() : text.substr(from + start.size(), to - from - start.size());
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Error output_error(std::string what, std::string fix, std::string where = {}) {
  return {.what = std::move(what), .where = std::move(where), .fix = std::move(fix), .more = {}};
}

}  // namespace

std::uint64_t parse_apt_size(std::string_view text) {
  std::string digits;
  std::size_t at = 0;
  for (; at < text.size() && (std::isdigit(static_cast<unsigned char>(text[at])) != 0 || text[at] == '.' || text[at] == ','); ++at)
    if (text[at] != ',') digits += text[at];
  double number = 0;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), number).ec != std::errc()) return 0;
  if (at < text.size() && text[at] == ' ') ++at;
  const std::string_view unit = text.substr(at, text.find_first_of(" /]", at) - at);
  for (const auto& [name, factor] : {std::pair("B", 1.0), std::pair("kB", 1e3), std::pair("MB", 1e6), std::pair("GB", 1e9)})
    if (unit == name) return static_cast<std::uint64_t>(number * factor);
  return 0;
}

void MmdebstrapOutput::begin(std::string_view step, std::uint64_t total) {
  end();
  progress_.begin(step, total);
  is_in_step_ = true;
}

void MmdebstrapOutput::end() {
  if (is_in_step_) progress_.end();
  is_in_step_ = false;
}

void MmdebstrapOutput::take(std::string_view line) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
  if (line.starts_with("I: running apt-get update")) begin("reading the lists of packages", 0);
  else if (line.starts_with("Need to get ")) begin("downloading packages", parse_apt_size(line.substr(12)));
  else if (line.starts_with("I: extracting archives")) begin("unpacking packages", 0);
  else if (line.starts_with("I: running --extract-hook")) begin("recording packages", 0);
  else if (line.starts_with("I: success")) end();
  else if (line.starts_with("Get:") && line.ends_with(']')) progress_.advance(parse_apt_size(line.substr(line.rfind('[') + 1)));

  if (line.find("No space left on device") != std::string_view::npos) disk_full_ = line;
  if (line.starts_with("W: GPG error: ") && signature_.empty()) signature_ = line.substr(14);
  if (line.starts_with(' ') && lists_conflicts_) conflicts_.emplace_back(line.substr(line.find_first_not_of(' ')));
  else lists_conflicts_ = line.starts_with("The following packages have unmet dependencies");
  if (line.starts_with("I: ") || line.starts_with("W: ")) return;
  if (!line.starts_with("E: ")) {
    last_ = line;
    return;
  }
  const std::string_view text = line.substr(3);
  if (std::any_of(std::begin(kEchoes), std::end(kEchoes), [&](std::string_view echo) { return text.starts_with(echo); })) return;
  if (text.starts_with("Unable to locate package ")) not_found_.emplace_back(text.substr(25));
  else if (const auto package = between(text, "Package '", "' has no installation candidate"); !package.empty()) not_found_.emplace_back(package);
  else errors_.emplace_back(text);
}

std::string MmdebstrapOutput::where_listed(const std::string& package) const {
  for (const Preset::List& list : preset_.lists)
    for (const std::string& listed : list.packages.value)
      if (listed == package) return list.packages.origin + " (packages." + list.name + ")";
  return {};
}

FetchFailure MmdebstrapOutput::failure() const {
  if (!disk_full_.empty()) return {output_error("the disk is full: " + disk_full_, "make room, or name a destination on another")};
  if (!signature_.empty())
    return {output_error("apt refuses a repository: " + signature_, "name the keyring that has its key: --keyring NAME=FILE")};
  if (!not_found_.empty())
    return {output_error("the repositories have no package " + joined(not_found_), "correct the name, or ask for other lists by --with", where_listed(not_found_[0]))};
  if (!conflicts_.empty())
    return {output_error("the packages cannot be had together: " + conflicts_[0], "ask for other lists by --with, or correct the preset's repositories",
                  preset_.file)};
  for (const std::string& text : errors_) {
    if (text.find("does not have a Release file") == std::string::npos && !text.starts_with("Failed to fetch ")) continue;
    return {output_error(text, "check the network and the mirror; a company's own is named by --mirror NAME=URL"), true};
  }
  const std::string reason = !errors_.empty() ? errors_.back() : last_;
  return {output_error("mmdebstrap cannot make the sysroot" + (reason.empty() ? "" : ": " + reason), "--dry-run prints the command, to be tried by hand")};
}

}  // namespace jetson
