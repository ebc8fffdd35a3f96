// What the readers of our TOML files have in common: where a value stands, wrong types, keys that do not exist.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "settings/settings.h"
#include "settings/toml.h"

namespace jetson {

// A file of ours is a page of text: more is a mistake that would cost time on every compile. And toml++ 3.3 takes keys of any depth
// ("a.a.a…") and lets go of them level by level: from some 80,000 on, in 200 kB, that is more than the stack holds.
inline constexpr std::size_t kMostTomlBytes = std::size_t{64} << 10;

// `whole` is the subject of the message: "the settings are".
Result<toml::table> parse_toml(std::string_view text, const std::string& file, std::string_view whole);

// How messages speak of a kind of file.
struct TomlWords {
  std::string_view key;      // "there is no <key> `modul`"
  std::string_view all;      // the advice where no key is near
  std::string_view example;  // the advice for a wrong type
};

class TomlReader {
 protected:
  struct Given {
    std::string key;  // "flags.link"
    const toml::node* node;
    bool used = false;
  };

  // `tables`: keys whose tables are looked into; "*" stands for any name ("repositories.*").
  TomlReader(const toml::table& table, const std::string& file, std::span<const std::string_view> tables, TomlWords words);

  // The value of a key, which is then known and used; null where the file does not give it.
  const Given* find(std::string_view key);
  // Every key that is left over is an error.
  void report_unknown();
  // All that was wrong, in one; nothing where all was right.
  Failure failure();

  std::string place(const toml::node& node) const;  // "file:line:column"
  void report(const toml::node& node, std::string_view key, std::string what, std::string fix);
  void report_type(const Given& given, const toml::node& node, std::string_view wanted);

  // The system ends arguments and paths at the first NUL: what stands behind it would silently be lost.
  std::string take(const Given& given, const toml::value<std::string>& text);
  void read(const Given& given, std::string& value);
  void read_words(const Given& given, const toml::node& node, Words& words, std::string_view wanted);

  const std::string& file_;
  std::vector<Given> given_;
  std::vector<std::string> known_;
  std::vector<Error> errors_;

 private:
  void collect(const toml::table& table, const std::string& prefix, std::span<const std::string_view> tables);
  TomlWords words_;
};

}  // namespace jetson
