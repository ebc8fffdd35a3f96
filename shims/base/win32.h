// What the *_win32.cc files share; no other file includes it, since windows.h has names for everything.
#pragma once

#ifndef NOMINMAX
#define NOMINMAX
#endif
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/environment.h"
#include "base/error.h"

namespace jetson {

class Handle {
 public:
  explicit Handle(HANDLE handle = INVALID_HANDLE_VALUE) : handle_(handle) {}
  Handle(Handle&& other) noexcept : handle_(other.release()) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Handle() {
    if (is_open()) CloseHandle(handle_);
  }
  // Some calls say "none" by one value, some by the other.
  bool is_open() const { return handle_ != INVALID_HANDLE_VALUE && handle_ != nullptr; }
  HANDLE get() const { return handle_; }
  HANDLE release() { return std::exchange(handle_, INVALID_HANDLE_VALUE); }

 private:
  HANDLE handle_;
};

std::wstring wide(std::string_view text);
std::string narrow(std::wstring_view text);

// What the system says of a code of GetLastError(), in the user's language, as part of a sentence.
std::string system_message(DWORD code);

// A new file in the user's temporary folder; its path is empty where none could be made.
std::wstring make_temporary_file();

struct Start {
  std::string program;  // a path
  std::span<const std::string> arguments;
  const Environment& environment;
  std::string directory;     // empty: here
  HANDLE in, out, err;       // made inheritable
  bool inherits_all = true;  // every inheritable handle, as exec would; else these three alone
};

struct Started {
  Handle process, thread;
};

// The process, suspended. An Error holds only `what`, the system's message, and `code` why.
Result<Started> start_suspended(const Start& start, DWORD& code);

// The most characters of a command line: UNICODE_STRING counts bytes in 16 bits, and one character is the NUL.
inline constexpr std::size_t kMostCharacters = 32766;

std::wstring command_line(std::span<const std::string> arguments);

}  // namespace jetson
