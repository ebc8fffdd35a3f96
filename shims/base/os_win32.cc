#include "base/os.h"

#include <io.h>

#include <algorithm>

#include "base/host.h"
#include "base/response_file.h"
#include "base/win32.h"

namespace jetson {
namespace {

constexpr DWORD kShareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
// More than this a console does not take at once.
constexpr std::size_t kMostToConsole = 8000;

Error file_error(std::string what, const std::string& path) {
  return Error{.what = std::move(what) + ": " + path, .where = {}, .fix = {}, .more = {}};
}

Error unreadable(const std::string& path) { return file_error("cannot be read (" + system_message(GetLastError()) + ")", path); }

// A file or a folder, to be asked about.
Handle open_to_ask(const std::string& path) {
  return Handle(CreateFileW(wide(path).c_str(), FILE_READ_ATTRIBUTES, kShareAll, nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
}

std::wstring module_path() {
  std::wstring path(MAX_PATH, L'\0');
  while (true) {
    const DWORD length = GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    if (length < path.size()) return path.substr(0, length);
    path.resize(2 * path.size());
  }
}

// Deleted with their owner.
class ResponseFiles {
 public:
  ResponseFiles() = default;
  ResponseFiles(const ResponseFiles&) = delete;
  ResponseFiles& operator=(const ResponseFiles&) = delete;
  ~ResponseFiles() {
    for (const std::wstring& path : paths_) DeleteFileW(path.c_str());
  }

  Result<std::string> store(const std::string& text) {
    const std::wstring path = make_temporary_file();
    if (path.empty()) return no_file();
    paths_.push_back(path);
    const Handle file(CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, TRUNCATE_EXISTING, FILE_ATTRIBUTE_TEMPORARY, nullptr));
    DWORD written = 0;
    if (!file.is_open() || WriteFile(file.get(), text.data(), static_cast<DWORD>(text.size()), &written, nullptr) == 0) return no_file();
    return from_host_path(narrow(path));
  }

 private:
  static Error no_file() {
    return Error{.what = "this command is too long for the system, and no response file could be made for it (" +
                         system_message(GetLastError()) + ")",
                 .where = "TEMP",
                 .fix = "name in TEMP a folder that you may write to",
                 .more = {}};
  }
  std::vector<std::wstring> paths_;
};

// What ends us ends the program that runs for us, and what it has started: a job is closed with its last handle, which is ours.
class Job {
 public:
  explicit Job(HANDLE process) : job_(CreateJobObjectW(nullptr, nullptr)) {
    limit(JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_BREAKAWAY_OK);
    AssignProcessToJobObject(job_.get(), process);
  }
  // Once the program has ended by itself, what it left running is meant to stay: the server of a compiler cache.
  void let_go() { limit(0); }

 private:
  void limit(DWORD flags) {
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = flags;
    SetInformationJobObject(job_.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
  }
  Handle job_;
};

// Ctrl-C goes to everyone at the console: the program decides what comes of it, and we wait for its answer.
BOOL WINAPI leave_to_the_program(DWORD event) { return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT; }

Error start_error(const std::string& program, const std::string& message, DWORD code) {
  Error error = file_error("cannot run (" + message + ")", program);
  if (code == ERROR_FILE_NOT_FOUND || code == ERROR_PATH_NOT_FOUND) error.fix = "install it, or correct its path in the settings";
  if (code == ERROR_BAD_EXE_FORMAT || code == ERROR_EXE_MACHINE_TYPE_MISMATCH)
    error.fix = "it is no program for this machine: name another in the settings";
  if (code == ERROR_SHARING_VIOLATION) error.fix = "it is being written just now: wait until its installation is finished";
  return error;
}

// Runs it to its end; its exit code.
Result<DWORD> run(const std::string& program, std::span<const std::string> arguments, const Environment& environment,
                  std::size_t first_movable) {
  std::vector<std::string> words(arguments.begin(), arguments.end());
  ResponseFiles files;
  if (command_line(words).size() > kMostCharacters && first_movable > 0) {
    auto shorter = move_to_response_files(words, first_movable, [&](const std::string& text) { return files.store(text); });
    if (!shorter) return shorter.error();
    words = std::move(*shorter);
    // By itself clang reads them as on POSIX and lld as Windows does.
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(first_movable), "--rsp-quoting=posix");
  }
  if (command_line(words).size() > kMostCharacters)
    return Error{.what = "this command is longer than the " + std::to_string(kMostCharacters) + " characters that Windows takes",
                 .where = {},
                 .fix = "put the arguments in a response file (@file)",
                 .more = {}};
  SetConsoleCtrlHandler(leave_to_the_program, TRUE);
  DWORD code = 0;
  const auto started = start_suspended({.program = program,
                                        .arguments = words,
                                        .environment = environment,
                                        .directory = {},
                                        .in = GetStdHandle(STD_INPUT_HANDLE),
                                        .out = GetStdHandle(STD_OUTPUT_HANDLE),
                                        .err = GetStdHandle(STD_ERROR_HANDLE)},
                                       code);
  if (!started) return start_error(program, started.error().what, code);
  Job job(started->process.get());
  ResumeThread(started->thread.get());
  WaitForSingleObject(started->process.get(), INFINITE);
  GetExitCodeProcess(started->process.get(), &code);
  job.let_go();
  return code;
}

}  // namespace

FileInfo HostDisk::info(const std::string& path) const {
  FileInfo info;
  const Handle file = open_to_ask(path);
  if (!file.is_open()) return info;
  BY_HANDLE_FILE_INFORMATION facts;
  info.kind = FileInfo::Kind::kOther;
  if (GetFileInformationByHandle(file.get(), &facts) == 0) return info;  // a device: NUL, CON
  const auto together = [](DWORD high, DWORD low) { return (std::uint64_t{high} << 32) | low; };
  info.kind = (facts.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? FileInfo::Kind::kDirectory : FileInfo::Kind::kFile;
  info.executable = info.is_file() && with_program_ending(path) == path;
  info.size = together(facts.nFileSizeHigh, facts.nFileSizeLow);
  info.device = facts.dwVolumeSerialNumber;
  info.inode = together(facts.nFileIndexHigh, facts.nFileIndexLow);
  return info;
}

// Windows follows links itself, so they are never told as links.
Entry HostDisk::entry(const std::string& path) const {
  return {GetFileAttributesW(wide(path).c_str()) != INVALID_FILE_ATTRIBUTES, std::nullopt};
}

std::vector<std::string> HostDisk::list(const std::string& path) const {
  std::vector<std::string> names;
  WIN32_FIND_DATAW found;
  const HANDLE search = FindFirstFileW((wide(path) + L"/*").c_str(), &found);
  if (search == INVALID_HANDLE_VALUE) return names;
  do {
    const std::string name = narrow(found.cFileName);
    if (name != "." && name != "..") names.push_back(name);
  } while (FindNextFileW(search, &found) != 0);
  FindClose(search);
  return names;
}

std::optional<std::string> HostDisk::real_path(const std::string& path) const {
  const Handle file = open_to_ask(path);
  if (!file.is_open()) return std::nullopt;
  std::wstring text(MAX_PATH, L'\0');
  while (true) {
    const DWORD length = GetFinalPathNameByHandleW(file.get(), text.data(), static_cast<DWORD>(text.size()), 0);
    if (length == 0) return std::nullopt;
    if (length < text.size()) return from_host_path(narrow(text.substr(0, length)));
    text.resize(length + 1);
  }
}

Result<std::string> HostDisk::read(const std::string& path, std::size_t limit) const {
  const FileInfo facts = info(path);
  if (facts.is_directory()) return file_error("is a directory, not a file", path);
  if (facts.kind == FileInfo::Kind::kOther) return file_error("is no regular file", path);
  const Handle file(CreateFileW(wide(path).c_str(), GENERIC_READ, kShareAll, nullptr, OPEN_EXISTING, FILE_FLAG_SEQUENTIAL_SCAN, nullptr));
  if (!file.is_open()) return unreadable(path);
  std::string text(std::min<std::size_t>(facts.size, limit) + 1, '\0');
  std::size_t length = 0;
  while (true) {
    DWORD n = 0;
    const auto room = static_cast<DWORD>(std::min<std::size_t>(text.size() - length, 1U << 30));
    if (ReadFile(file.get(), text.data() + length, room, &n, nullptr) == 0) return unreadable(path);
    if (n == 0) break;
    length += n;
    if (length > limit) return file_error("is larger than " + std::to_string(limit >> 10) + " kB", path);
    if (length == text.size()) text.resize(2 * text.size());
  }
  text.resize(length);
  return text;
}

Environment process_environment() {
  std::vector<std::string> lines;
  wchar_t* const block = GetEnvironmentStringsW();
  for (const wchar_t* line = block; line != nullptr && *line != L'\0'; line += std::wstring_view(line).size() + 1) lines.push_back(narrow(line));
  FreeEnvironmentStringsW(block);
  return Environment(std::move(lines));
}

std::string executable_path() {
  const std::string path = from_host_path(narrow(module_path()));
  return HostDisk().real_path(path).value_or(path);
}

// argv[0] is what somebody typed; the file tells the name, with links and copies alike.
std::string called_name(int, char**) { return invoked_path({}); }

// "AARCH6~1.EXE" is a name that old programs hand us.
std::string invoked_path(const std::string&) {
  std::wstring path = module_path();
  std::wstring whole(GetLongPathNameW(path.c_str(), nullptr, 0), L'\0');
  const DWORD length = GetLongPathNameW(path.c_str(), whole.data(), static_cast<DWORD>(whole.size()));
  if (length > 0 && length < whole.size()) path = whole.substr(0, length);
  return from_host_path(narrow(path));
}

Error exec_program(const std::string& program, std::span<const std::string> arguments, const Environment& environment,
                   std::size_t first_movable) {
  const auto code = run(program, arguments, environment, first_movable);
  if (!code) return code.error();
  ExitProcess(*code);
}

bool write_all(int descriptor, std::string_view text) {
  const HANDLE file = reinterpret_cast<HANDLE>(_get_osfhandle(descriptor));
  DWORD mode = 0, written = 0;
  if (GetConsoleMode(file, &mode) != 0) {
    std::wstring line = wide(text);
    for (std::wstring_view rest = line; !rest.empty(); rest.remove_prefix(written))
      if (WriteConsoleW(file, rest.data(), static_cast<DWORD>(std::min(rest.size(), kMostToConsole)), &written, nullptr) == 0) return false;
    return true;
  }
  for (; !text.empty(); text.remove_prefix(written))
    if (WriteFile(file, text.data(), static_cast<DWORD>(std::min<std::size_t>(text.size(), 1U << 30)), &written, nullptr) == 0) return false;
  return true;
}

}  // namespace jetson
