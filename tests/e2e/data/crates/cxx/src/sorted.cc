#include "try-cxx/src/sorted.h"

#include <set>

#include "try-cxx/src/main.rs.h"

std::unique_ptr<std::string> sorted(rust::Vec<rust::String> words) {
    std::set<std::string> in_order;
    for (const auto &word : words) in_order.emplace(word);
    auto joined = std::make_unique<std::string>();
    for (const auto &word : in_order) *joined += (joined->empty() ? "" : " ") + word;
    return joined;
}

// The error of Rust passes through C++ as an exception, and becomes an error of Rust again.
std::int32_t halved(std::int32_t n) { return half(n); }
