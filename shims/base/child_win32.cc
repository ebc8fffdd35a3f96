#include <fcntl.h>
#include <io.h>

#include "base/child.h"
#include "base/host.h"
#include "base/os.h"
#include "base/path.h"
#include "base/win32.h"

namespace jetson {
namespace {

// A file that is gone when it is closed: for stderr of a child, which may be long, and which nobody reads before the end; and for its
// stdin.
Handle open_passing_file() {
  const std::wstring path = make_temporary_file();
  if (path.empty()) return Handle();
  return Handle(CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                            TRUNCATE_EXISTING, FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr));
}

Handle open_input(const std::string& text) {
  if (text.empty()) return Handle(CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr));
  Handle file = open_passing_file();
  DWORD written = 0;
  if (!file.is_open() || WriteFile(file.get(), text.data(), static_cast<DWORD>(text.size()), &written, nullptr) == 0) return Handle();
  SetFilePointer(file.get(), 0, nullptr, FILE_BEGIN);
  return file;
}

std::string read_from_start(HANDLE file) {
  SetFilePointer(file, 0, nullptr, FILE_BEGIN);
  std::string text;
  char piece[1 << 14];
  for (DWORD n = 0; ReadFile(file, piece, sizeof piece, &n, nullptr) != 0 && n > 0;) text.append(piece, n);
  return text;
}

// Its path; empty where it is not on PATH.
std::string find_program(const std::string& name, const Environment& environment) {
  std::string file = with_program_ending(from_host_path(name));
  if (file.find('/') != std::string::npos) return file;
  for (const std::string& folder : path_folders(environment))
    if (std::string path = join(folder, file); HostDisk().info(path).is_file()) return path;
  return {};
}

// For code that reads by descriptors; the handle is closed with it.
Descriptor descriptor_of(Handle handle) {
  return Descriptor(handle.is_open() ? _open_osfhandle(reinterpret_cast<std::intptr_t>(handle.release()), _O_BINARY) : -1);
}

}  // namespace

Result<Child> Child::start(const ChildRequest& request) {
  const auto cannot = [&](const std::string& why) {
    return Error{.what = "cannot run " + request.arguments.front() + " (" + why + ")", .where = {}, .fix = {}, .more = {}};
  };
  const std::string program = find_program(request.arguments.front(), request.environment);
  if (program.empty()) return cannot(system_message(ERROR_FILE_NOT_FOUND));
  if (command_line(request.arguments).size() > kMostCharacters) return cannot("too many arguments");

  HANDLE read_end = nullptr, write_end = nullptr;
  if (CreatePipe(&read_end, &write_end, nullptr, 0) == 0) return cannot(system_message(GetLastError()));
  Handle output(read_end);
  const Handle output_end(write_end), input = open_input(request.input);
  const bool captures_errors = !request.shows_errors && !request.joins_errors;
  Handle errors = captures_errors ? open_passing_file() : Handle();
  if (!input.is_open() || (captures_errors && !errors.is_open())) return cannot("no file can be made in TEMP");

  DWORD code = 0;
  auto started = start_suspended({.program = program,
                                  .arguments = request.arguments,
                                  .environment = request.environment,
                                  .directory = request.directory,
                                  .in = input.get(),
                                  .out = output_end.get(),
                                  .err = request.joins_errors   ? output_end.get()
                                         : request.shows_errors ? GetStdHandle(STD_ERROR_HANDLE)
                                                                : errors.get(),
                                  .inherits_all = false},
                                 code);
  if (!started) return cannot(started.error().what);
  ResumeThread(started->thread.get());
  return Child(reinterpret_cast<std::intptr_t>(started->process.release()), descriptor_of(std::move(output)), descriptor_of(std::move(errors)));
}

Child::Child(Child&& other) noexcept
    : process_(std::exchange(other.process_, 0)), output_(std::move(other.output_)), errors_(std::move(other.errors_)) {}

Child::~Child() {
  if (process_ == 0) return;
  TerminateProcess(reinterpret_cast<HANDLE>(process_), 1);
  finish();
}

ChildEnd Child::finish() {
  ChildEnd end;
  const Handle process(reinterpret_cast<HANDLE>(std::exchange(process_, 0)));
  DWORD code = 0;
  WaitForSingleObject(process.get(), INFINITE);
  GetExitCodeProcess(process.get(), &code);
  end.exit_code = static_cast<int>(code);
  if (errors_.get() >= 0) end.err = read_from_start(reinterpret_cast<HANDLE>(_get_osfhandle(errors_.get())));
  return end;
}

}  // namespace jetson
