// Errors as values: what happened, where the value at fault came from, and how to mend it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace jetson {

// Whose fault it is decides the exit code of the tool.
enum class Fault { kUser = 1, kUsage = 2, kOurs = 255 };

struct Error {
  std::string what;   // one sentence, no full stop
  std::string where;  // "file:line:column (key)", an environment variable, or empty
  std::string fix;    // what to do about it, or empty
  Fault fault = Fault::kUser;
  std::vector<Error> more;  // found on the same pass, so that one run shows them all
};

// "<program>: error: <what>\n  where: …\n  fix:   …\n", once for the error and each of `more`.
// Never holds "unknown option", "unrecognized argument" or their kin as words of ours: rustc retries a link
// whose output matches them (rustc_codegen_ssa/back/link.rs).
std::string format_error(std::string_view program, const Error& error);

// Either a value or the Error that stands in its place.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return std::get<0>(state_); }
  const T& operator*() const { return std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

// Nothing where all went well.
using Failure = std::optional<Error>;

}  // namespace jetson
