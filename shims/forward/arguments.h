// The user's arguments in two views: as they were given, and with response files expanded, which is what clang and lld will see.
// Decisions are made on the second, changes go back to the first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "forward/command.h"

namespace jetson {

class UserArguments {
 public:
  UserArguments(const std::vector<std::string>& given, const Disk& disk);

  // With response files expanded.
  const std::vector<std::string>& words() const { return words_; }

  void replace(std::size_t word, std::string text, std::string from);
  void drop(std::size_t word);

  // The words before the first "--", and those from there on. A response file stands as it was given unless a word in it was changed
  // or it holds the "--": then its words stand in its place.
  std::vector<Argument> before_terminator() const;
  std::vector<Argument> from_terminator() const;

  // Ends the options at words()[word]; set by whoever knows the program's grammar, since "--" can be the value of an option.
  void set_terminator(std::size_t word);

 private:
  struct Edit {
    bool dropped = false;
    std::optional<Argument> text;
  };

  std::vector<Argument> render(std::size_t begin, std::size_t end) const;

  const std::vector<std::string>& given_;
  std::vector<std::string> words_;
  std::vector<std::size_t> argument_of_;  // index into given_, for each word
  std::vector<Edit> edits_;
  std::vector<bool> opened_;  // arguments of which a word was changed: where one is a response file, its words stand in its place
  std::size_t terminator_;
};

}  // namespace jetson
