// Paths as text, in our form (base/host.h): no disk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jetson {

std::string_view file_name(std::string_view path);
// "a/b" -> "a", "/a" -> "/", "a" -> "."; on Windows "C:/a" -> "C:/"
std::string parent(std::string_view path);
bool is_absolute(std::string_view path);
// `b` when it is absolute, else "a/b".
std::string join(std::string_view a, std::string_view b);
// The parts between slashes; empty ones and "." left out, ".." taken back where it can be.
std::vector<std::string> components(std::string_view path);
// Absolute paths only: components() put together again.
std::string normal(std::string_view path);
// Whether `path` is `root` or below it, by whole components; both absolute.
bool is_within(std::string_view path, std::string_view root);
// Shell-style "*" within one component.
bool matches_glob(std::string_view pattern, std::string_view name);
// Digits compared as numbers, so that cuda-12.6 < cuda-12.10 and gcc 9 < 12.
bool version_less(std::string_view a, std::string_view b);

}  // namespace jetson
