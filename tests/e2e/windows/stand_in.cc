// Stands behind our tools on Windows. By its first word:
//   tell WORDS…      writes them twice, as the C runtime and as CommandLineToArgvW cut them, each in UTF-16 and ended by NUL
//   exit CODE        ends with it, all 32 bits
//   beat FILE        adds to FILE ten times a second, for half a minute
//   start WORDS…     runs itself with those and waits
//   leave WORDS…     runs itself with those and ends
//   tidy FILE        on Ctrl-C takes half a second, writes FILE and exits 7
#include <windows.h>
// Behind it.
#include <shellapi.h>

#include <string>

namespace {

std::wstring tidy_file;

void add_to(const std::wstring& path) {
  const HANDLE file = CreateFileW(path.c_str(), FILE_APPEND_DATA, FILE_SHARE_READ, nullptr, OPEN_ALWAYS, 0, nullptr);
  DWORD written;
  WriteFile(file, ".", 1, &written, nullptr);
  CloseHandle(file);
}

BOOL WINAPI tidy_up(DWORD) {
  Sleep(500);
  add_to(tidy_file);
  ExitProcess(7);
}

// No word that is passed on here needs quotes.
PROCESS_INFORMATION start(int argc, wchar_t** argv) {
  std::wstring line = std::wstring(L"\"") + argv[0] + L"\"";
  for (int i = 2; i < argc; ++i) line += std::wstring(L" ") + argv[i];
  wchar_t program[MAX_PATH];
  GetModuleFileNameW(nullptr, program, MAX_PATH);
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION started{};
  CreateProcessW(program, line.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &startup, &started);
  return started;
}

void tell(int argc, wchar_t** argv) {
  std::wstring text;
  for (int i = 2; i < argc; ++i) text.append(argv[i]).append(1, L'\0');
  int count = 0;
  wchar_t** words = CommandLineToArgvW(GetCommandLineW(), &count);
  for (int i = 2; i < count; ++i) text.append(words[i]).append(1, L'\0');
  DWORD written;
  WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text.data(), static_cast<DWORD>(text.size() * sizeof(wchar_t)), &written, nullptr);
}

}  // namespace

extern "C" int wmain(int argc, wchar_t** argv) {
  const std::wstring what = argc > 1 ? argv[1] : L"";
  const std::wstring word = argc > 2 ? argv[2] : L"";
  if (what == L"tell") {
    tell(argc, argv);
  } else if (what == L"exit") {
    ExitProcess(static_cast<UINT>(std::stoul(word, nullptr, 0)));
  } else if (what == L"beat") {
    for (int i = 0; i < 300; ++i, Sleep(100)) add_to(word);
  } else if (what == L"start") {
    WaitForSingleObject(start(argc, argv).hProcess, INFINITE);
  } else if (what == L"leave") {
    start(argc, argv);
  } else if (what == L"tidy") {
    tidy_file = word;
    SetConsoleCtrlHandler(tidy_up, TRUE);
    add_to(word + L".ready");
    Sleep(20000);
  } else {
    return 99;
  }
  return 0;
}
