// How a person gets on this system what we ask for: the one place that knows its package manager. install_advice_linux.cc, _macos.cc or
// _win32.cc is linked; all compile everywhere, as with host.h.
#pragma once

#include <string>
#include <string_view>

namespace jetson {

enum class Package { kClang, kLld, kLlvm, kLibClang, kPkgConfig, kQemu, kCMake, kRustLibrary, kPip };

// What to type, as it stands in brackets behind "install it": "Debian, Ubuntu: apt install lld". Of libclang, that of an LLVM `release`
// where one is named.
std::string install_command(Package package, int release = 0);

// How `folder`, in our form, comes to stand first on PATH: now, and for good.
std::string path_advice(const std::string& folder);

}  // namespace jetson
