#include "settings/toml_reader.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"

namespace jetson {
namespace {

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "a string";
    case toml::node_type::integer: return "an integer";
    case toml::node_type::floating_point: return "a number";
    case toml::node_type::boolean: return "a boolean";
    default: return "a date or time";
  }
}

}  // namespace

Result<toml::table> parse_toml(std::string_view text, const std::string& file, std::string_view whole) {
  toml::parse_result parsed = toml::parse(text, std::string_view(file));
  if (parsed) return std::move(parsed).table();
  const auto at = parsed.error().source().begin;
  return Error{.what = std::string(whole) + " not valid TOML: " + std::string(parsed.error().description()),
               .where = file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column),
               .fix = "correct that line",
               .more = {}};
}

TomlReader::TomlReader(const toml::table& table, const std::string& file, std::span<const std::string_view> tables, TomlWords words)
    : file_(file), words_(words) {
  for (const std::string_view name : tables)
    if (name.find('*') == std::string_view::npos) known_.emplace_back(name);
  collect(table, "", tables);
}

void TomlReader::collect(const toml::table& table, const std::string& prefix, std::span<const std::string_view> tables) {
  for (auto&& [key, node] : table) {
    const std::string path = prefix + std::string(key.str());
    const bool is_table = std::any_of(tables.begin(), tables.end(), [&](std::string_view name) { return matches_glob(name, path); });
    if (const toml::table* inner = node.as_table(); inner != nullptr && is_table) collect(*inner, path + ".", tables);
    else given_.push_back({path, &node});
  }
}

const TomlReader::Given* TomlReader::find(std::string_view key) {
  known_.emplace_back(key);
  const auto found = std::find_if(given_.begin(), given_.end(), [&](const Given& given) { return given.key == key; });
  if (found == given_.end()) return nullptr;
  found->used = true;
  return &*found;
}

void TomlReader::report_unknown() {
  for (const Given& given : given_) {
    if (given.used) continue;
    const std::string near = nearest(given.key, known_);
    report(*given.node, given.key, "there is no " + std::string(words_.key) + " `" + given.key + "`",
           near.empty() ? std::string(words_.all) : "did you mean `" + near + "`?");
  }
}

Failure TomlReader::failure() {
  if (errors_.empty()) return std::nullopt;
  Error first = std::move(errors_.front());
  first.more.assign(std::make_move_iterator(errors_.begin() + 1), std::make_move_iterator(errors_.end()));
  return first;
}

std::string TomlReader::place(const toml::node& node) const {
  const auto at = node.source().begin;
  return file_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

void TomlReader::report(const toml::node& node, std::string_view key, std::string what, std::string fix) {
  errors_.push_back({.what = std::move(what), .where = place(node) + " (" + std::string(key) + ")", .fix = std::move(fix), .more = {}});
}

void TomlReader::report_type(const Given& given, const toml::node& node, std::string_view wanted) {
  report(node, given.key, "`" + given.key + "` takes " + std::string(wanted) + ", and this is " + std::string(type_name(node)),
         std::string(words_.example));
}

std::string TomlReader::take(const Given& given, const toml::value<std::string>& text) {
  if (text.get().find('\0') != std::string::npos)
    report(text, given.key, "`" + given.key + "` holds \\u0000, which no path and no argument can", "remove it");
  return text.get();
}

void TomlReader::read(const Given& given, std::string& value) {
  if (const auto* text = given.node->as_string()) value = take(given, *text);
  else report_type(given, *given.node, "a string");
}

void TomlReader::read_words(const Given& given, const toml::node& node, Words& words, std::string_view wanted) {
  if (const auto* text = node.as_string()) {
    words.push_back(take(given, *text));
  } else if (const auto* list = node.as_array()) {
    for (auto&& element : *list) {
      if (const auto* word = element.as_string()) words.push_back(take(given, *word));
      else report_type(given, element, wanted);
    }
  } else {
    report_type(given, node, wanted);
  }
}

}  // namespace jetson
