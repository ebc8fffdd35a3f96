// A file that is written beside its destination and takes its place only when it is whole.
#pragma once

#include <memory>
#include <string>

#include "base/descriptor.h"
#include "base/error.h"

namespace jetson {

class StagedFile {
 public:
  // Makes ".<name>.partial" beside `destination`; what a killed run left is written over, one that another run holds is refused.
  // An existing destination is refused unless `replace`.
  static Result<std::unique_ptr<StagedFile>> open(const std::string& destination, bool replace);
  // Removes what was not committed.
  ~StagedFile();

  int descriptor() const { return file_.get(); }
  Failure commit();

 private:
  StagedFile(std::string destination, std::string path, bool replace, Descriptor file)
      : destination_(std::move(destination)), path_(std::move(path)), replace_(replace), file_(std::move(file)) {}
  std::string destination_, path_;
  bool replace_;
  Descriptor file_;
};

}  // namespace jetson
