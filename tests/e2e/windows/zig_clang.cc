// clang.exe and ld.lld.exe as an installation of LLVM has them: zig's, which wants to be told by its first word. $TEST_ZIG is zig.exe.
#include <process.h>
#include <stdlib.h>
#include <wchar.h>

#include <string>
#include <vector>

int wmain(int argc, wchar_t** argv) {
  const wchar_t* const zig = _wgetenv(L"TEST_ZIG");
  if (zig == nullptr) return 255;
  const bool is_linker = wcsstr(argv[0], L"lld") != nullptr;
  std::vector<const wchar_t*> words{L"zig", is_linker ? L"ld.lld" : L"clang"};
  for (int i = 1; i < argc; ++i) words.push_back(argv[i]);
  words.push_back(nullptr);
  return static_cast<int>(_wspawnv(_P_WAIT, zig, words.data()));
}
