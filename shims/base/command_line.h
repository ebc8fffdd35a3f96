// The one string that a Windows program gets as its command line, from which it cuts its arguments itself.
#pragma once

#include <span>
#include <string>

namespace jetson {

// Quoted so that CommandLineToArgvW and the C runtimes, old and new, give back the same words. (The rules: "Parsing C++ command-line
// arguments" in Microsoft's documentation.) The first is the name of a program, which ends at its first quote, whatever stands before.
std::string quote_command_line(std::span<const std::string> words);

}  // namespace jetson
