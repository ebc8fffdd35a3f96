#include "emit/toml_merge.h"

#include <algorithm>
#include <map>

#include "settings/toml.h"

namespace jetson {
namespace {

constexpr std::string_view kPaste = "put the lines printed here into it by hand";

std::vector<std::string> split_dots(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const auto dot = std::min(path.find('.'), path.size());
    parts.emplace_back(path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return parts;
}

bool same_value(const toml::node& a, const toml::node& b) {
  if (a.type() != b.type()) return false;
  return a.visit([&](const auto& value) { return value == *b.as<std::remove_cvref_t<decltype(value)>>(); });
}

// "table.key" of every value that is no table; what cannot be mistaken stands between the parts.
using Leaves = std::map<std::string, const toml::node*>;
void collect(const toml::table& table, const std::string& prefix, Leaves& leaves) {
  for (auto&& [key, node] : table) {
    const std::string path = prefix + '\n' + std::string(key.str());
    if (const toml::table* inner = node.as_table()) collect(*inner, path, leaves);
    else leaves[path] = &node;
  }
}

std::string leaf_name(const TomlEntry& entry) {
  std::string name;
  for (const std::string& part : split_dots(entry.table)) name += '\n' + part;
  return name + '\n' + entry.key;
}

class Merger {
 public:
  Merger(std::string_view text, const std::string& file, const MergeRequest& request) : text_(text), file_(file), request_(request) {
    end_of_line_ = text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    // toml++ counts from behind the byte order mark.
    if (text.starts_with("\xef\xbb\xbf")) lines_.push_back(3);
    else lines_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) lines_.push_back(at + 1);
  }

  Result<std::string> merge() {
    const toml::parse_result parsed = toml::parse(text_, std::string_view(file_));
    if (!parsed) {
      const auto at = parsed.error().source().begin;
      return Error{.what = "not valid TOML: " + std::string(parsed.error().description()),
                   .where = file_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column),
                   .fix = "correct that line; the file is as it was",
                   .more = {}};
    }
    for (const TomlEntry& element : request_.elements) add_element(parsed.table(), element);
    for (const TomlEntry& entry : request_.entries) add(parsed.table(), entry);
    if (conflict_) return *conflict_;
    std::string merged = apply();
    if (const auto wrong = check(parsed.table(), merged)) return *wrong;
    return merged;
  }

 private:
  struct Edit {
    std::size_t at, length;
    std::string text;
  };

  std::size_t offset(const toml::source_position& position) const {
    if (position.line == 0 || position.line > lines_.size()) return text_.size();
    std::size_t at = lines_[position.line - 1];
    // Columns are characters, not bytes.
    for (toml::source_index column = 1; column < position.column && at < text_.size(); ++column) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xc0) == 0x80) ++at;
    }
    return at;
  }

  std::size_t behind_line(std::size_t line) const { return line < lines_.size() ? lines_[line] : text_.size(); }

  // The value's text is read once more as a file of its own: what it means is told by the parser alone.
  static toml::table parse_value(const std::string& value) {
    toml::parse_result parsed = toml::parse("value = " + value);
    return parsed ? std::move(parsed).table() : toml::table{};
  }

  void report(const toml::node& node, const std::string& key, std::string what, std::string fix) {
    const auto at = node.source().begin;
    Error error{.what = std::move(what),
                .where = file_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " (" + key + ")",
                .fix = std::move(fix),
                .more = {}};
    if (conflict_) conflict_->more.push_back(std::move(error));
    else conflict_ = std::move(error);
  }

  void add(const toml::table& document, const TomlEntry& entry) {
    const std::string name = entry.table.empty() ? entry.key : entry.table + "." + entry.key;
    const toml::table* table = &document;
    for (const std::string& part : split_dots(entry.table)) {
      const toml::node* node = table->get(part);
      if (node == nullptr) return append(entry);
      if (!node->is_table()) return report(*node, name, "`" + part + "` is no table", std::string(kPaste));
      table = node->as_table();
    }
    const toml::node* old = table->get(entry.key);
    if (old == nullptr) return insert(*table, entry);
    const toml::table value = parse_value(entry.value);
    if (value.get("value") != nullptr && same_value(*old, *value.get("value"))) return;
    if (!request_.replace)
      return report(*old, name, "`" + entry.key + "` is set to something else here",
                    "remove it, or let it be replaced by --replace; or " + std::string(kPaste));
    const std::size_t begin = offset(old->source().begin);
    edits_.push_back({begin, offset(old->source().end) - begin, entry.value});
    replaced_.push_back(leaf_name(entry));
  }

  void add_element(const toml::table& document, const TomlEntry& entry) {
    const toml::node* old = document.get(entry.key);
    if (old == nullptr) return insert(document, {"", entry.key, "[" + entry.value + "]", entry.comment});
    const toml::array* list = old->as_array();
    if (list == nullptr) return report(*old, entry.key, "`" + entry.key + "` is no list", std::string(kPaste));
    const toml::table value = parse_value(entry.value);
    for (auto&& element : *list)
      if (same_value(element, *value.get("value"))) return;
    const std::size_t bracket = offset(old->source().end) - 1;
    edits_.push_back({list->empty() ? bracket : offset(list->back().source().end), 0, (list->empty() ? "" : ", ") + entry.value});
    replaced_.push_back(leaf_name({"", entry.key, "", ""}));
  }

  // Behind the last key of its own; a table without one, behind its header.
  void insert(const toml::table& table, const TomlEntry& entry) {
    const bool is_top = entry.table.empty();
    if (!is_top && !has_header(table, entry.table)) return append(entry);
    std::size_t line = is_top ? 0 : table.source().begin.line;
    for (auto&& [key, node] : table)
      if (!node.is_table() || node.as_table()->is_inline()) line = std::max<std::size_t>(line, node.source().end.line);
    const std::size_t at = line == 0 ? lines_[0] : behind_line(line);
    const bool needs_line = at == text_.size() && !text_.empty() && !text_.ends_with('\n');
    edits_.push_back({at, 0, (needs_line ? end_of_line_ : "") + own_line(entry)});
  }

  bool has_header(const toml::table& table, const std::string& name) const {
    const std::size_t begin = table.source().begin.line == 0 ? text_.size() : lines_[table.source().begin.line - 1];
    const std::string_view line = text_.substr(begin, text_.find_first_of("\r\n", begin) - begin);
    const toml::parse_result header = toml::parse(line);
    if (!header) return false;
    const toml::table* inner = &header.table();
    for (const std::string& part : split_dots(name)) {
      inner = inner->get(part) == nullptr ? nullptr : inner->get(part)->as_table();
      if (inner == nullptr) return false;
    }
    return inner->empty();
  }

  void append(const TomlEntry& entry) { appended_.push_back(entry); }

  std::string own_line(const TomlEntry& entry) const {
    std::string line = print_toml_line(entry);
    line.pop_back();
    return line + end_of_line_;
  }

  std::string apply() {
    std::string merged(text_);
    // From the back; what goes to the same place keeps its order.
    std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.at < b.at; });
    for (auto edit = edits_.rbegin(); edit != edits_.rend(); ++edit) merged.replace(edit->at, edit->length, edit->text);
    if (appended_.empty()) return merged;
    if (!merged.empty() && !merged.ends_with('\n')) merged += end_of_line_;
    std::stable_sort(appended_.begin(), appended_.end(), [](const TomlEntry& a, const TomlEntry& b) { return a.table < b.table; });
    std::string table;
    for (const TomlEntry& entry : appended_) {
      if (entry.table != table) merged += (merged.empty() ? "" : end_of_line_) + "[" + entry.table + "]" + end_of_line_;
      table = entry.table;
      merged += own_line(entry);
    }
    return merged;
  }

  // Whatever way the file was written: it is only taken if all that was there still is, and all that should come is there.
  std::optional<Error> check(const toml::table& old, const std::string& merged) const {
    Error odd{.what = "written in a way we do not edit: " + file_, .where = {}, .fix = std::string(kPaste), .more = {}};
    const toml::parse_result parsed = toml::parse(merged);
    if (!parsed) return odd;
    Leaves before, after;
    collect(old, "", before);
    collect(parsed.table(), "", after);
    for (const auto& [name, node] : before) {
      if (std::find(replaced_.begin(), replaced_.end(), name) != replaced_.end()) continue;
      const auto found = after.find(name);
      if (found == after.end() || !same_value(*node, *found->second)) return odd;
    }
    for (const TomlEntry& entry : request_.entries) {
      const toml::table value = parse_value(entry.value);
      const toml::node* wanted = value.get("value");
      Leaves leaves;
      if (wanted != nullptr && wanted->is_table()) collect(*wanted->as_table(), leaf_name(entry), leaves);
      else if (wanted != nullptr) leaves[leaf_name(entry)] = wanted;
      for (const auto& [name, node] : leaves)
        if (!after.contains(name) || !same_value(*node, *after.at(name))) return odd;
    }
    for (const TomlEntry& element : request_.elements) {
      const auto found = after.find(leaf_name({"", element.key, "", ""}));
      const toml::array* list = found == after.end() ? nullptr : found->second->as_array();
      const toml::table value = parse_value(element.value);
      if (list == nullptr || std::none_of(list->begin(), list->end(), [&](const toml::node& one) { return same_value(one, *value.get("value")); }))
        return odd;
    }
    return std::nullopt;
  }

  std::string_view text_;
  const std::string& file_;
  const MergeRequest& request_;
  std::string end_of_line_;
  std::vector<std::size_t> lines_;  // where each begins
  std::vector<Edit> edits_;
  std::vector<TomlEntry> appended_;
  std::vector<std::string> replaced_;
  std::optional<Error> conflict_;
};

}  // namespace

Result<std::string> merge_toml(std::string_view text, const std::string& file, const MergeRequest& request) {
  return Merger(text, file, request).merge();
}

}  // namespace jetson
