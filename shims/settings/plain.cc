#include "settings/plain.h"

#include <algorithm>

#include "base/text.h"
#include "settings/module.h"

namespace jetson {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_bare(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

// Whether comments and strings may hold all of it: UTF-8 without control characters, lines ended by LF or CR LF.
bool is_plain_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    const bool is_printable = (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t';
    const bool ends_line = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    const std::size_t length = is_printable || ends_line ? 1 : c < 0x80 ? 0 : utf8_length(text.substr(i));
    if (length == 0) return false;
    i += length;
  }
  return true;
}

// Each function returns false where the text is not plain, or not right.
class PlainReader {
 public:
  PlainReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  bool read(Settings& settings) {
    for (skip_gaps(); at_ < text_.size(); skip_gaps())
      if (!(next() == '[' ? read_header(settings) : read_pair(settings)) || !ends_line()) return false;
    return true;
  }

 private:
  // NUL, which no plain text holds, at the end.
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    if (next() != c) return false;
    ++at_;
    return true;
  }

  void skip_blanks() {
    while (is_blank(next())) ++at_;
  }

  void skip_comment() {
    if (next() == '#') at_ = std::min(text_.find('\n', at_), text_.size());
  }

  // Blanks, comments and the ends of lines.
  void skip_gaps() {
    while (true) {
      skip_blanks();
      skip_comment();
      if (next() == '\r') ++at_;
      if (next() != '\n') return;
      line_start_ = ++at_;
      ++line_;
    }
  }

  bool ends_line() {
    skip_blanks();
    skip_comment();
    return next() == '\n' || next() == '\r' || at_ == text_.size();
  }

  std::string_view read_bare_key() {
    const std::size_t first = at_;
    while (is_bare(next())) ++at_;
    return text_.substr(first, at_ - first);
  }

  bool read_header(const Settings& settings) {
    take('[');
    table_ = read_bare_key();
    if (!take(']') || std::find(tables_.begin(), tables_.end(), table_) != tables_.end()) return false;
    tables_.push_back(table_);
    bool is_known = false;
    for_each_setting(settings, [&](std::string_view key, const auto&) { is_known |= key.substr(0, key.find('.')) == table_ && key != table_; });
    return is_known;
  }

  bool read_pair(Settings& settings) {
    const std::string_view name = read_bare_key();
    skip_blanks();
    if (name.empty() || !take('=')) return false;
    skip_blanks();
    bool is_right = false;
    for_each_setting(settings, [&](std::string_view key, auto& setting) {
      const bool is_given_twice = !setting.is_default();
      if (!is_key(key, name) || is_given_twice) return;
      setting.origin = file_ + ":" + std::to_string(line_) + ":" + std::to_string(at_ - line_start_ + 1);
      is_right = read_value(setting.value);
    });
    return is_right;
  }

  bool is_key(std::string_view key, std::string_view name) const {
    if (table_.empty()) return key == name;
    const std::size_t dot = table_.size();
    return key.size() == dot + 1 + name.size() && key[dot] == '.' && key.ends_with(name) && key.starts_with(table_);
  }

  bool read_value(std::string& value) {
    const char quote = next();
    if (quote != '"' && quote != '\'') return false;
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == text_.npos) return false;
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    if (inside.find('\n') != inside.npos || (quote == '"' && inside.find('\\') != inside.npos)) return false;
    at_ = end + 1;
    value = inside;
    // A third quote starts a string of several lines.
    return next() != quote;
  }

  bool read_value(HostPaths& value) {
    std::string name;
    if (!read_value(name)) return false;
    const auto policy = find_host_paths(name);
    if (policy) value = *policy;
    return policy.has_value();
  }

  bool read_value(Words& words) {
    words.clear();
    if (next() == '[') return read_list(words, [this](std::string& word) { return read_value(word); });
    if (!read_value(words.emplace_back())) return false;
    if (words[0].empty()) words.clear();
    return true;
  }

  bool read_value(Directories& directories) {
    directories.clear();
    return read_list(directories, [this](Words& choices) {
      if (next() == '[') return read_value(choices);
      return read_value(choices.emplace_back());
    });
  }

  template <class T, class ReadItem>
  bool read_list(std::vector<T>& items, ReadItem&& read_item) {
    if (!take('[')) return false;
    for (skip_gaps(); !take(']'); skip_gaps()) {
      if (!read_item(items.emplace_back())) return false;
      skip_gaps();
      if (!take(',') && next() != ']') return false;
    }
    return true;
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0, line_ = 1, line_start_ = 0;
  std::string_view table_;
  std::vector<std::string_view> tables_;
};

}  // namespace

std::optional<Settings> read_plain_settings(std::string_view text, const std::string& file) {
  std::optional<Settings> settings;
  if (!is_plain_text(text)) return settings;
  settings.emplace().file = file;
  const bool is_right = PlainReader(text, file).read(*settings) && !settings->triple.value.empty() &&
                        (settings->module.value.empty() || find_module(settings->module.value) != nullptr);
  if (!is_right) settings.reset();
  return settings;
}

}  // namespace jetson
