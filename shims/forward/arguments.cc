#include "forward/arguments.h"

#include "base/response_file.h"

namespace jetson {

UserArguments::UserArguments(const std::vector<std::string>& given, const Disk& disk) : given_(given) {
  for (std::size_t i = 0; i < given.size(); ++i) {
    for (std::string& word : expand_response_files({&given[i], 1}, disk)) {
      words_.push_back(std::move(word));
      argument_of_.push_back(i);
    }
  }
  edits_.resize(words_.size());
  opened_.resize(given.size());
  terminator_ = words_.size();
}

void UserArguments::replace(std::size_t word, std::string text, std::string from) {
  edits_[word].text = Argument{std::move(text), std::move(from)};
  opened_[argument_of_[word]] = true;
}

void UserArguments::drop(std::size_t word) {
  edits_[word].dropped = true;
  opened_[argument_of_[word]] = true;
}

void UserArguments::set_terminator(std::size_t word) {
  terminator_ = word;
  opened_[argument_of_[word]] = true;
}

std::vector<Argument> UserArguments::render(std::size_t begin, std::size_t end) const {
  std::vector<Argument> out;
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t argument = argument_of_[i];
    const bool is_file = words_[i] != given_[argument] || (i + 1 < words_.size() && argument_of_[i + 1] == argument);
    if (is_file && !opened_[argument]) {
      out.push_back({given_[argument], std::string(kUser)});
      while (i + 1 < end && argument_of_[i + 1] == argument) ++i;
    } else if (!edits_[i].dropped) {
      out.push_back(edits_[i].text.value_or(Argument{words_[i], std::string(kUser)}));
    }
  }
  return out;
}

std::vector<Argument> UserArguments::before_terminator() const { return render(0, terminator_); }

std::vector<Argument> UserArguments::from_terminator() const { return render(terminator_, words_.size()); }

}  // namespace jetson
