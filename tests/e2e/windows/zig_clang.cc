// clang.exe, ld.lld.exe and llvm-ar.exe as an installation of LLVM has them: zig's, which wants to be told by its first word, and where
// its headers lie. zig.txt beside it names zig.exe. Without an environment of its own: `sysroot check` hands on little of ours.
#include <windows.h>

#include <stdio.h>

#include <string>

namespace {

std::wstring own_path() {
  wchar_t path[MAX_PATH];
  return {path, GetModuleFileNameW(nullptr, path, MAX_PATH)};
}

std::wstring path_of_zig(const std::wstring& folder) {
  wchar_t line[MAX_PATH] = L"";
  FILE* const file = _wfopen((folder + L"\\zig.txt").c_str(), L"r, ccs=UTF-8");
  if (file == nullptr || fgetws(line, MAX_PATH, file) == nullptr) return {};
  std::wstring path = line;
  path.resize(path.find_last_not_of(L"\r\n") + 1);
  return path;
}

// The words behind our own name, as they came.
std::wstring words() {
  const std::wstring line = GetCommandLineW();
  const auto end = line[0] == L'"' ? line.find(L'"', 1) + 1 : line.find(L' ');
  return end < line.size() ? line.substr(end) : L"";
}

}  // namespace

extern "C" int wmain() {
  const std::wstring own = own_path();
  const auto slash = own.find_last_of(L"\\/");
  const std::wstring name = own.substr(slash + 1), zig = path_of_zig(own.substr(0, slash));
  std::wstring line = L"\"" + zig + L"\" ";
  if (name.starts_with(L"ld.lld")) line += L"ld.lld";
  else if (name.starts_with(L"llvm-ar")) line += L"ar";
  else
    line += L"clang --start-no-unused-arguments \"-resource-dir=" + zig.substr(0, zig.find_last_of(L"\\/")) +
            L"/lib\" -stdlib=libstdc++ --end-no-unused-arguments";
  line += words();
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION started{};
  if (!CreateProcessW(zig.c_str(), line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &startup, &started)) return 255;
  WaitForSingleObject(started.hProcess, INFINITE);
  DWORD code = 255;
  GetExitCodeProcess(started.hProcess, &code);
  return static_cast<int>(code);
}
