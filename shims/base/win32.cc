#include "base/win32.h"

#include <algorithm>
#include <vector>

#include "base/command_line.h"
#include "base/utf16.h"

namespace jetson {
namespace {

// "NAME=value" lines, each ended by NUL, and one NUL more; sorted, as Windows asks for.
std::wstring environment_block(const Environment& environment) {
  std::vector<std::wstring> lines;
  for (const std::string& line : environment.lines()) lines.push_back(wide(line));
  const auto name = [](const std::wstring& line) { return std::wstring_view(line).substr(0, line.find(L'=', 1)); };
  std::sort(lines.begin(), lines.end(), [&](const std::wstring& a, const std::wstring& b) {
    const std::wstring_view x = name(a), y = name(b);
    return CompareStringOrdinal(x.data(), static_cast<int>(x.size()), y.data(), static_cast<int>(y.size()), TRUE) == CSTR_LESS_THAN;
  });
  std::wstring block;
  for (const std::wstring& line : lines) block.append(line).append(1, L'\0');
  return block + L'\0';
}

// The list of handles that a process inherits, where it is not to have every one.
class InheritedHandles {
 public:
  explicit InheritedHandles(std::vector<HANDLE> handles) : handles_(std::move(handles)) {
    // The same twice is an error.
    std::sort(handles_.begin(), handles_.end());
    handles_.erase(std::unique(handles_.begin(), handles_.end()), handles_.end());
    std::erase_if(handles_, [](HANDLE handle) { return handle == nullptr || handle == INVALID_HANDLE_VALUE; });
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    memory_.resize(size);
    is_ready_ = InitializeProcThreadAttributeList(get(), 1, 0, &size) != 0 &&
                UpdateProcThreadAttribute(get(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles_.data(), handles_.size() * sizeof(HANDLE),
                                          nullptr, nullptr) != 0;
  }
  InheritedHandles(const InheritedHandles&) = delete;
  InheritedHandles& operator=(const InheritedHandles&) = delete;
  ~InheritedHandles() {
    if (is_ready_) DeleteProcThreadAttributeList(get());
  }
  bool is_ready() const { return is_ready_; }
  LPPROC_THREAD_ATTRIBUTE_LIST get() { return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(memory_.data()); }

 private:
  std::vector<HANDLE> handles_;
  std::vector<char> memory_;
  bool is_ready_;
};

}  // namespace

std::wstring wide(std::string_view text) {
  const std::u16string units = utf16_of(text);
  return {units.begin(), units.end()};
}

std::string narrow(std::wstring_view text) { return utf8_of(std::u16string(text.begin(), text.end())); }

std::string system_message(DWORD code) {
  wchar_t text[512];
  const DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr, code, 0, text, 512, nullptr);
  std::wstring_view message(text, length);
  while (!message.empty() && (message.back() == L'\n' || message.back() == L'\r' || message.back() == L'.' || message.back() == L' '))
    message.remove_suffix(1);
  return message.empty() ? "error " + std::to_string(code) : narrow(message);
}

std::wstring make_temporary_file() {
  wchar_t folder[MAX_PATH + 1], path[MAX_PATH + 1];
  if (GetTempPathW(MAX_PATH + 1, folder) == 0 || GetTempFileNameW(folder, L"ajt", 0, path) == 0) return {};
  return path;
}

std::wstring command_line(std::span<const std::string> arguments) { return wide(quote_command_line(arguments)); }

Result<Started> start_suspended(const Start& start, DWORD& code) {
  for (const HANDLE handle : {start.in, start.out, start.err}) SetHandleInformation(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  STARTUPINFOEXW startup{};
  startup.StartupInfo.cb = sizeof(STARTUPINFOW);
  startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
  startup.StartupInfo.hStdInput = start.in;
  startup.StartupInfo.hStdOutput = start.out;
  startup.StartupInfo.hStdError = start.err;
  DWORD flags = CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT;
  InheritedHandles only({start.in, start.out, start.err});
  if (!start.inherits_all && only.is_ready()) {
    startup.StartupInfo.cb = sizeof startup;
    startup.lpAttributeList = only.get();
    flags |= EXTENDED_STARTUPINFO_PRESENT;
  }
  std::wstring line = command_line(start.arguments), environment = environment_block(start.environment);
  const std::wstring directory = wide(start.directory);
  PROCESS_INFORMATION started{};
  if (CreateProcessW(wide(start.program).c_str(), line.data(), nullptr, nullptr, TRUE, flags, environment.data(),
                     directory.empty() ? nullptr : directory.c_str(), &startup.StartupInfo, &started) == 0) {
    code = GetLastError();
    return Error{.what = system_message(code), .where = {}, .fix = {}, .more = {}};
  }
  return Started{Handle(started.hProcess), Handle(started.hThread)};
}

}  // namespace jetson
