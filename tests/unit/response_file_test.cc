#include "base/response_file.h"

#include <catch2/catch_test_macros.hpp>

#include "support/fake_disk.h"

using namespace jetson;
using Words = std::vector<std::string>;

TEST_CASE("GNU quoting as LLVM reads it") {
  // Each row was read by clang 14 and 19 in the same way (-### with the row in a response file).
  CHECK(split_gnu_words("-DA=x\\ y") == Words{"-DA=x y"});
  CHECK(split_gnu_words("-DB='q r'") == Words{"-DB=q r"});
  CHECK(split_gnu_words("-DBS=\"p\\\\q\"") == Words{"-DBS=p\\q"});
  CHECK(split_gnu_words("-DSB='p\\q'") == Words{"-DSB=pq"});
  CHECK(split_gnu_words("''") == Words{});
  CHECK(split_gnu_words("-DE=\\\"") == Words{"-DE=\""});
  CHECK(split_gnu_words("a\r\nb\tc  d\n") == Words{"a", "b", "c", "d"});
  CHECK(split_gnu_words("\\") == Words{"\\"});
}

TEST_CASE("quoting comes back") {
  const Words words{"a b", "tab\there", "new\nline", "\"", "'", "\\", "trailing\\", "%PATH%", "ä", "\xff", "@x", "#"};
  CHECK(split_gnu_words(quote_gnu_words(words)) == words);
}

TEST_CASE("response files are opened as far as they can be") {
  FakeDisk disk;
  disk.add_file("f", "a @g\r\nb");
  disk.add_file("g", "\xef\xbb\xbfin 'g h'");
  disk.add_file("utf16", "\xff\xfe" "a");
  disk.add_pipe("pipe");
  disk.add_file("loop", "x @loop");
  CHECK(expand_response_files(Words{"1", "@f", "2"}, disk) == Words{"1", "a", "in", "g h", "b", "2"});
  CHECK(expand_response_files(Words{"@", "@none", "@utf16", "@pipe"}, disk) == Words{"@", "@none", "@utf16", "@pipe"});
  CHECK(expand_response_files(Words{"@loop"}, disk) == Words{"x", "@loop"});
}
