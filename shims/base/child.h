// Other programs that `aarch64-jetson` runs and waits for (ssh, mmdebstrap, clang, pip). The forwarders run none: they become one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "base/environment.h"
#include "base/error.h"

namespace jetson {

struct ChildRequest {
  std::vector<std::string> arguments;  // the program first: a path, or a name that is looked for on PATH
  Environment environment;             // the child's own, whole
  std::string directory = {};          // where it runs; empty: here
  std::string input = {};              // its stdin; empty: /dev/null
  bool shows_errors = false;           // its stderr is ours, and is not captured
  bool joins_errors = false;           // its stderr goes where its stdout goes
};

struct ChildEnd {
  int exit_code = 0;    // 128 + the signal that killed it, as a shell counts; on Windows all 32 bits
  std::string out, err;  // whole

  bool ok() const { return exit_code == 0; }
};

// Runs it to its end. An Error only where it could not be started; its `fix` is the caller's to say.
Result<ChildEnd> run_child(const ChildRequest& request);

// A program whose stdout is read as it comes. Killed, and waited for, if its owner goes first.
class Child {
 public:
  static Result<Child> start(const ChildRequest& request);
  Child(Child&& other) noexcept;
  Child& operator=(Child&&) = delete;
  ~Child();

  // To be read; end of file when the program is done with it.
  int output() const { return output_.get(); }
  // Waits. `out` is empty: it was read by the caller.
  ChildEnd finish();

 private:
  Child(std::intptr_t process, Descriptor output, Descriptor errors)
      : process_(process), output_(std::move(output)), errors_(std::move(errors)) {}
  std::intptr_t process_;  // its number; on Windows its handle; 0: none
  Descriptor output_;
  Descriptor errors_;  // a file that goes with it; not open where the child writes to our own stderr
};

}  // namespace jetson
