// How this system writes paths, names its programs and keeps its users' settings: facts about text, no disk. host_posix.cc or
// host_win32.cc is linked; both compile everywhere, so that what is decided on Windows is tested on Linux, too (tests/windows).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"

namespace jetson {

extern const char kListSeparator;               // between the folders of PATH and its like
extern const std::string_view kProgramEnding;   // ".exe" on Windows, empty elsewhere
extern const std::string_view kHomeVariable;    // what names the user's folder
extern const bool kFollowsLinksFirst;           // "/lib/.." is where the folder lies that /lib leads to, not "/"
extern const bool kNvccIsForLinux;              // NVIDIA's nvcc of this system; on Windows: "Host compiler targets unsupported OS"

// A path as users and other programs of this system write it, in the form that we keep and hand on: "/" between its parts.
std::string from_host_path(std::string_view path);

// How much of a path in our form is its root: 1 of "/x", 3 of "C:/x", 2 of "//server/x"; 0 of a relative path.
std::size_t root_length(std::string_view path);

// The folders where programs are looked for, in order.
std::vector<std::string> path_folders(const Environment& environment);

// "clang" -> "clang.exe" on Windows, where nothing else can be run; as it is elsewhere.
std::string with_program_ending(std::string_view program);

// Whether a shell would run it, which reads the arguments a second time and changes them: .bat and .cmd on Windows.
bool is_batch_file(std::string_view path);

// Whether the system takes both for the name of one environment variable.
bool is_same_variable(std::string_view a, std::string_view b);

// The folder in which programs keep their users' settings: ~/.config, %APPDATA%. Nothing where the environment does not tell.
std::optional<std::string> settings_home(const Environment& environment);

}  // namespace jetson
