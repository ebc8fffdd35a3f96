// GNU ld scripts that stand in for libraries, such as libc.so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jetson {

// The files named in INPUT(…) and GROUP(…), AS_NEEDED(…) within them too: paths, names, and "-lNAME".
std::vector<std::string> files_of_linker_script(std::string_view text);

// Whether the text says anything that ld would take from a script in a library's place.
bool is_linker_script(std::string_view text);

}  // namespace jetson
