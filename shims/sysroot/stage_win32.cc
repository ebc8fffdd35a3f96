#include <io.h>

#include <csignal>

#include "base/file.h"
#include "base/native_path.h"
#include "base/os.h"
#include "base/path.h"
#include "base/win32.h"
#include "sysroot/stage.h"

namespace jetson {
namespace {

namespace fs = std::filesystem;

volatile std::sig_atomic_t received = 0;

Error error(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

Error from_code(const std::string& what, DWORD code, std::string fix) { return error(what + " (" + system_message(code) + ")", std::move(fix)); }

DWORD code_of(const std::error_code& code) { return static_cast<DWORD>(code.value()); }

std::string beside(const std::string& destination, const std::string& ending) {
  return join(parent(destination), "." + std::string(file_name(destination)) + ending);
}

// No one else opens it meanwhile, and it goes with the handle, whatever ends this process.
Descriptor open_lock(const std::string& path) {
  const HANDLE handle = CreateFileW(native_path(path).c_str(), GENERIC_WRITE | DELETE, 0, nullptr, CREATE_ALWAYS,
                                    FILE_ATTRIBUTE_HIDDEN | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
  return Descriptor(handle == INVALID_HANDLE_VALUE ? -1 : _open_osfhandle(reinterpret_cast<intptr_t>(handle), 0));
}

// A search or a virus scanner that has just opened a file of the tree holds it for a moment.
DWORD rename_patiently(const std::string& from, const std::string& to) {
  for (int tries = 20;; --tries) {
    if (MoveFileExW(native_path(from).c_str(), native_path(to).c_str(), 0) != 0) return ERROR_SUCCESS;
    const DWORD code = GetLastError();
    if (tries == 0 || (code != ERROR_ACCESS_DENIED && code != ERROR_SHARING_VIOLATION)) return code;
    Sleep(100);
  }
}

BOOL WINAPI on_control(DWORD) {
  received = SIGINT;
  return TRUE;
}

}  // namespace

void catch_interrupts() { SetConsoleCtrlHandler(on_control, TRUE); }

int interrupted() { return received; }

Failure check_interrupted() {
  if (received == 0) return std::nullopt;
  return error("interrupted", "run it again");
}

Result<std::unique_ptr<Stage>> Stage::open(const std::string& destination, bool replace) {
  const HostDisk disk;
  const std::string name(file_name(destination)), former = beside(destination, ".former"), path = beside(destination, ".partial");
  if (name.empty() || name == "." || name == "..") return error("a destination needs a name of its own: " + destination, "name a new folder");
  // Killed between the two renames of commit(): what was there comes back.
  if (disk.info(destination).kind == FileInfo::Kind::kMissing && disk.info(former).is_directory()) rename_patiently(former, destination);
  const FileInfo info = disk.info(destination);
  const bool is_there = info.kind != FileInfo::Kind::kMissing;
  if (is_there && !replace) return error(destination + " exists already", "name another place, or replace it by --replace");
  if (is_there && !info.is_directory()) return error(destination + " is no directory, so it is not replaced", "remove it, or name another place");
  std::error_code code;
  fs::create_directories(native_path(parent(destination)), code);
  if (code) return from_code("cannot write in " + parent(destination), code_of(code), "name another place, or make that one writable");
  Descriptor lock = open_lock(path + ".lock");
  if (lock.get() < 0) {
    const DWORD why = GetLastError();
    if (why == ERROR_SHARING_VIOLATION) return error("another run is making " + destination + " just now", "wait for it");
    return from_code("cannot write in " + parent(destination), why, "name another place, or make that one writable");
  }
  fs::remove_all(native_path(path), code);
  fs::remove_all(native_path(former), code);
  if (!fs::create_directory(native_path(path), code)) return from_code("cannot make " + path, code_of(code), "remove what is there, or name another place");
  return std::unique_ptr<Stage>(new Stage(destination, path, std::move(lock)));
}

Stage::~Stage() {
  std::error_code code;
  if (!path_.empty()) fs::remove_all(native_path(path_), code);
}

Failure Stage::commit() {
  const std::string former = beside(destination_, ".former");
  const bool is_there = HostDisk().info(destination_).kind != FileInfo::Kind::kMissing;
  DWORD code = is_there ? rename_patiently(destination_, former) : ERROR_SUCCESS;
  if (code == ERROR_SUCCESS) {
    code = rename_patiently(path_, destination_);
    if (code == ERROR_SUCCESS) {
      path_ = is_there ? former : "";
      return std::nullopt;
    }
    if (is_there) rename_patiently(former, destination_);
  }
  return from_code("cannot put the sysroot at " + destination_, code, "close what has files of it open, or name another place");
}

}  // namespace jetson
