// A folder that is written beside its destination and takes its place only when it is whole.
#pragma once

#include <memory>
#include <string>

#include "base/descriptor.h"
#include "base/error.h"

namespace jetson {

class Stage {
 public:
  // Makes ".<name>.partial" beside `destination`; one that a killed run left is removed first, one that another run holds is refused.
  // An existing destination is refused unless `replace`.
  static Result<std::unique_ptr<Stage>> open(const std::string& destination, bool replace);
  // Removes what was not committed.
  ~Stage();

  const std::string& path() const { return path_; }
  // Into place. Where there is a former one, the two are swapped and the former is removed.
  Failure commit();

 private:
  Stage(std::string destination, std::string path, Descriptor lock)
      : destination_(std::move(destination)), path_(std::move(path)), lock_(std::move(lock)) {}
  std::string destination_, path_;
  Descriptor lock_;
};

// From now on SIGINT, SIGTERM and SIGHUP only set what interrupted() tells, so that what is half done can be removed.
void catch_interrupts();
// The number of the signal that came; 0 for none.
int interrupted();
// The error that ends what runs, once a signal came.
Failure check_interrupted();

}  // namespace jetson
