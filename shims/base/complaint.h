// What is wrong, out of all that a program that failed has printed.
#pragma once

#include <string>

#include "base/child.h"

namespace jetson {

struct Complaint {
  std::string what;  // the first line with an error, else the first line
  std::string fix;   // of a message of our own tools; empty for others'
};

Complaint complaint_of(const std::string& text);

// Of what it wrote on stderr, else on stdout; its exit code where it said nothing.
Complaint complaint_of(const ChildEnd& end);

}  // namespace jetson
