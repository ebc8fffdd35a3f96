// A Windows program that runs others, since a Linux shell sees eight bits of an exit code and cannot set APPDATA for a program in wine.
//   parent [NAME=VALUE…] PROGRAM [WORD…]   runs it; then writes "exit code 0x0000002a"
//   parent --lists PROGRAM COUNT           sends COUNT random lists of words through PROGRAM, behind which stand_in tells what came
//   parent --short PATH                    its name of at most eight letters and three
#include <windows.h>

#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace {

// Every word in quotes: another way than the one that is tested.
std::wstring quoted(const std::wstring& word) {
  std::wstring out = L"\"";
  std::wstring backslashes;
  for (const wchar_t c : word) {
    if (c == L'"') out += backslashes + L'\\';
    backslashes = c == L'\\' ? backslashes + c : L"";
    out += c;
  }
  return out + backslashes + L"\"";
}

HANDLE start(const std::wstring& program, const std::vector<std::wstring>& words, HANDLE output) {
  std::wstring line = quoted(program);
  for (const std::wstring& word : words) line += L" " + quoted(word);
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
  startup.hStdOutput = output;
  startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
  PROCESS_INFORMATION started{};
  if (!CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &startup, &started)) {
    std::printf("cannot start it: %lu\n", GetLastError());
    std::exit(1);
  }
  CloseHandle(started.hThread);
  return started.hProcess;
}

int run(int argc, wchar_t** argv) {
  int at = 1;
  for (; at < argc; ++at) {
    const std::wstring word = argv[at];
    const auto equals = word.find(L'=');
    if (equals == std::wstring::npos) break;
    SetEnvironmentVariableW(word.substr(0, equals).c_str(), word.substr(equals + 1).c_str());
  }
  const HANDLE process = start(argv[at], {argv + at + 1, argv + argc}, GetStdHandle(STD_OUTPUT_HANDLE));
  WaitForSingleObject(process, INFINITE);
  DWORD code = 0;
  GetExitCodeProcess(process, &code);
  std::printf("exit code 0x%08lx\n", code);
  return 0;
}

std::wstring output_of(const std::wstring& program, const std::vector<std::wstring>& words) {
  SECURITY_ATTRIBUTES inheritable{sizeof inheritable, nullptr, TRUE};
  HANDLE read_end, write_end;
  CreatePipe(&read_end, &write_end, &inheritable, 1 << 20);
  SetHandleInformation(read_end, HANDLE_FLAG_INHERIT, 0);
  const HANDLE process = start(program, words, write_end);
  CloseHandle(write_end);
  std::string bytes;
  char piece[1 << 14];
  for (DWORD n; ReadFile(read_end, piece, sizeof piece, &n, nullptr) && n > 0;) bytes.append(piece, n);
  CloseHandle(read_end);
  WaitForSingleObject(process, INFINITE);
  CloseHandle(process);
  return {reinterpret_cast<const wchar_t*>(bytes.data()), bytes.size() / sizeof(wchar_t)};
}

int send_lists(const std::wstring& program, int count) {
  // What command lines and shells care for, letters of one, two and four bytes in UTF-8, and both halves of a pair alone.
  constexpr wchar_t kLetters[] = L"aB1 \t\n\"\"\"\\\\\\%^&|<>!'`$*?;,=@-/()[]{}#~\u00e4\u20ac\U0001F600\xd83d\xde00";
  std::mt19937 random(20260101);
  const auto below = [&](std::size_t n) { return random() % n; };
  int done = 0, processes = 0;
  while (done < count) {
    // As many lists at once as a command line holds.
    std::vector<std::wstring> words{L"tell"};
    std::wstring wanted;
    int lists = 0;
    for (std::size_t size = 0; size < 12000 && done + lists < count; ++lists) {
      for (std::size_t n = below(8); n > 0; --n) {
        std::wstring word;
        for (std::size_t length = below(12); length > 0; --length) word += kLetters[below(std::size(kLetters) - 1)];
        size += word.size() + 3;
        wanted.append(word).append(1, L'\0');
        words.push_back(std::move(word));
      }
    }
    if (output_of(program, words) != wanted + wanted) {
      std::printf("of lists %d to %d some did not come back as they went\n", done, done + lists);
      return 1;
    }
    done += lists;
    ++processes;
  }
  std::printf("%d lists came back as they went, in %d processes\n", done, processes);
  return 0;
}

}  // namespace

extern "C" int wmain(int argc, wchar_t** argv) {
  const std::wstring what = argc > 2 ? argv[1] : L"";
  if (what == L"--lists") return send_lists(argv[2], std::stoi(argv[3]));
  if (what != L"--short") return run(argc, argv);
  wchar_t path[MAX_PATH];
  const DWORD length = GetShortPathNameW(argv[2], path, MAX_PATH);
  std::printf("%ls\n", length > 0 ? path : L"none");
  return 0;
}
