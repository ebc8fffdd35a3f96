#include "emit/toml_merge.h"

#include <catch2/catch_test_macros.hpp>

using namespace jetson;

namespace {

const std::vector<TomlEntry> kLinker{{"target.aarch64", "linker", "\"/t/clang\"", ""}};

std::string merge(std::string_view text, std::span<const TomlEntry> entries, bool replace = false) {
  const auto merged = merge_toml(text, "c.toml", {.entries = entries, .replace = replace});
  if (!merged) return "refused: " + merged.error().what + "; " + merged.error().where;
  return *merged;
}

}  // namespace

TEST_CASE("toml merge: into nothing") {
  const std::vector<TomlEntry> entries{{"target.aarch64", "linker", "\"/t/clang\"", "ours"}, {"env", "A", "\"1\"", ""}, {"env", "B", "\"2\"", ""}};
  CHECK(merge("", entries) == "[env]\nA = \"1\"\nB = \"2\"\n\n[target.aarch64]\nlinker = \"/t/clang\"  # ours\n");
}

TEST_CASE("toml merge: a table that is there gets the key behind its last, comments stay") {
  CHECK(merge("[target.aarch64] # t\nrunner = \"q\"  # r\n# end\n\n[net]\n", kLinker) ==
        "[target.aarch64] # t\nrunner = \"q\"  # r\nlinker = \"/t/clang\"\n# end\n\n[net]\n");
  CHECK(merge("[ target . \"aarch64\" ]\n[net]\n", kLinker) == "[ target . \"aarch64\" ]\nlinker = \"/t/clang\"\n[net]\n");
  CHECK(merge("[target.aarch64]\nrunner = [\n  \"q\",\n]", kLinker) == "[target.aarch64]\nrunner = [\n  \"q\",\n]\nlinker = \"/t/clang\"\n");
}

TEST_CASE("toml merge: a table that only its inner tables imply") {
  CHECK(merge("[target.aarch64.z]\na = 1\n", kLinker) == "[target.aarch64.z]\na = 1\n\n[target.aarch64]\nlinker = \"/t/clang\"\n");
}

TEST_CASE("toml merge: ends of lines and byte order mark are those of the file") {
  CHECK(merge("[target.aarch64]\r\n[net]\r\n", kLinker) == "[target.aarch64]\r\nlinker = \"/t/clang\"\r\n[net]\r\n");
  const std::vector<TomlEntry> element{{"", "include", "\"i.toml\"", ""}};
  const auto merged = merge_toml("\xef\xbb\xbf[net]\n", "c.toml", {.entries = {}, .elements = element});
  REQUIRE(merged);
  CHECK(*merged == "\xef\xbb\xbfinclude = [\"i.toml\"]\n[net]\n");
}

TEST_CASE("toml merge: what is there already changes nothing") {
  for (const char* text : {"target.aarch64.linker = '/t/clang'\n", "[target]\naarch64 = { linker = \"/t/clang\" }\n", "[target.aarch64]\nlinker=\"/t/\\u0063lang\""})
    CHECK(merge(text, kLinker) == text);
}

TEST_CASE("toml merge: another value is refused with its place, or replaced") {
  const std::string text = "[target.aarch64]\nx = \"\xc3\xbc\xc3\xbc\"\nlinker = 'other' # why\n";
  CHECK(merge(text, kLinker) == "refused: `linker` is set to something else here; c.toml:3:10 (target.aarch64.linker)");
  CHECK(merge(text, kLinker, true) == "[target.aarch64]\nx = \"\xc3\xbc\xc3\xbc\"\nlinker = \"/t/clang\" # why\n");
  // Columns are characters: a value behind others on its line.
  const std::vector<TomlEntry> entry{{"e", "b", "\"new\"", ""}};
  CHECK(merge("e = { a = \"\xc3\xbc\xc3\xbc\", b = \"old\", c = 1 }\n", entry, true) == "e = { a = \"\xc3\xbc\xc3\xbc\", b = \"new\", c = 1 }\n");
}

TEST_CASE("toml merge: every value that differs is told at once") {
  const std::vector<TomlEntry> entries{{"e", "a", "\"1\"", ""}, {"e", "b", "\"2\"", ""}};
  const auto merged = merge_toml("[e]\na = 1\nb = 2\n", "c.toml", {.entries = entries});
  REQUIRE_FALSE(merged);
  CHECK(merged.error().where == "c.toml:2:5 (e.a)");
  REQUIRE(merged.error().more.size() == 1);
  CHECK(merged.error().more[0].where == "c.toml:3:5 (e.b)");
}

TEST_CASE("toml merge: what we do not edit is refused, never damaged") {
  CHECK(merge("target = { aarch64 = { x = 1 } }\n", kLinker).starts_with("refused: written in a way we do not edit"));
  CHECK(merge("target.aarch64.x = 1\n", kLinker).starts_with("refused: written in a way we do not edit"));
  CHECK(merge("target = 5\n", kLinker).starts_with("refused: `target` is set") == false);
  CHECK(merge("target = 5\n", kLinker).starts_with("refused: `target` is no table"));
  CHECK(merge("[target.aarch64\n", kLinker).starts_with("refused: not valid TOML"));
}

TEST_CASE("toml merge: an element comes to a list once") {
  const std::vector<TomlEntry> element{{"", "include", "\"i.toml\"", ""}};
  const auto add = [&](std::string_view text) {
    const auto merged = merge_toml(text, "c.toml", {.entries = {}, .elements = element});
    return merged ? *merged : "refused: " + merged.error().what;
  };
  CHECK(add("include = []\n") == "include = [\"i.toml\"]\n");
  CHECK(add("include = [{ path = \"o.toml\" }]\n") == "include = [{ path = \"o.toml\" }, \"i.toml\"]\n");
  CHECK(add("include = [\n  \"o.toml\", # o\n]\n") == "include = [\n  \"o.toml\", \"i.toml\", # o\n]\n");
  CHECK(add("include = ['i.toml']\n") == "include = ['i.toml']\n");
  CHECK(add("include = \"o.toml\"\n") == "refused: `include` is no list");
  CHECK(add("a = 1\n[net]\n") == "a = 1\ninclude = [\"i.toml\"]\n[net]\n");
}

TEST_CASE("toml text: quotes, backslashes and control characters") {
  CHECK(toml_string("C:\\a \"b\"\n\x7f\xc3\xbc") == "\"C:\\\\a \\\"b\\\"\\u000a\\u007f\xc3\xbc\"");
  CHECK(toml_list(std::vector<std::string>{"a", "b c"}) == "[\"a\", \"b c\"]");
}
