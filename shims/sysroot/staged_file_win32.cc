#include <fcntl.h>
#include <io.h>

#include "base/native_path.h"
#include "base/os.h"
#include "base/path.h"
#include "base/win32.h"
#include "sysroot/staged_file.h"

namespace jetson {
namespace {

Error refuse(std::string what, std::string fix) { return {.what = std::move(what), .where = {}, .fix = std::move(fix), .more = {}}; }

Error exists_already(const std::string& path) { return refuse(path + " exists already", "name another file, or replace it by --replace"); }

std::string last_reason() { return " (" + system_message(GetLastError()) + ")"; }

}  // namespace

Result<std::unique_ptr<StagedFile>> StagedFile::open(const std::string& destination, bool replace) {
  const FileInfo info = HostDisk().info(destination);
  if (info.kind != FileInfo::Kind::kMissing) {
    if (!replace) return exists_already(destination);
    if (!info.is_file()) return refuse(destination + " is no regular file, so it is not replaced", "name another file");
  }
  const std::string path = join(parent(destination), "." + std::string(file_name(destination)) + ".partial");
  // Opened by no one else meanwhile.
  const HANDLE handle = CreateFileW(native_path(path).c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (handle == INVALID_HANDLE_VALUE) {
    if (GetLastError() == ERROR_SHARING_VIOLATION) return refuse("another run is making " + destination + " just now", "wait for it");
    return refuse("cannot write in " + parent(destination) + last_reason(), "name another folder, or make that one writable");
  }
  Descriptor file(_open_osfhandle(reinterpret_cast<intptr_t>(handle), _O_BINARY));
  return std::unique_ptr<StagedFile>(new StagedFile(destination, path, replace, std::move(file)));
}

StagedFile::~StagedFile() {
  if (path_.empty()) return;
  file_ = Descriptor();
  DeleteFileW(native_path(path_).c_str());
}

Failure StagedFile::commit() {
  file_ = Descriptor();
  if (MoveFileExW(native_path(path_).c_str(), native_path(destination_).c_str(), replace_ ? MOVEFILE_REPLACE_EXISTING : 0) == 0) {
    if (GetLastError() == ERROR_ALREADY_EXISTS) return exists_already(destination_);
    return refuse("cannot put the file at " + destination_ + last_reason(), "name another place");
  }
  path_.clear();
  return std::nullopt;
}

}  // namespace jetson
