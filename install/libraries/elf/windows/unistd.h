// What Windows lacks of POSIX and libelf calls.
#pragma once
#include_next <unistd.h>
#include <fcntl.h>
#include <io.h>
#include <windows.h>

#define F_GETFL 3
#define F_GETFD 1
static inline int fcntl(int file, int command, ...) {
  (void)command;
  return _get_osfhandle(file) == -1 ? -1 : 0;
}

static inline ssize_t pread(int file, void* to, size_t size, off_t offset) {
  OVERLAPPED place = {.Offset = (DWORD)offset, .OffsetHigh = (DWORD)((unsigned long long)offset >> 32)};
  DWORD length = 0;
  if (ReadFile((HANDLE)_get_osfhandle(file), to, size < 0x40000000 ? (DWORD)size : 0x40000000, &length, &place)) return length;
  return GetLastError() == ERROR_HANDLE_EOF ? 0 : -1;
}
