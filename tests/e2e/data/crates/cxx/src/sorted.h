#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "rust/cxx.h"

std::unique_ptr<std::string> sorted(rust::Vec<rust::String> words);
std::int32_t halved(std::int32_t n);
