// The operating system behind one header: os_posix.cc, os_win32.cc.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/environment.h"
#include "base/error.h"

namespace jetson {

class HostDisk final : public Disk {
 public:
  FileInfo info(const std::string& path) const override;
  Entry entry(const std::string& path) const override;
  std::vector<std::string> list(const std::string& path) const override;
  std::optional<std::string> real_path(const std::string& path) const override;
  Result<std::string> read(const std::string& path, std::size_t limit) const override;
};

// The environment of this process.
Environment process_environment();

// The file this process runs, links resolved; empty where the system cannot tell.
std::string executable_path();

// The name this process was called by: argv[0], or what the kernel was asked to run where argv[0] is missing or empty. On Windows
// invoked_path().
std::string called_name(int argc, char** argv);

// The file that the kernel was asked to run, links not resolved: with `nvcc` found on PATH, where it was found. `otherwise` where the
// system does not tell. On Windows with every part in full, not as "AARCH6~1.EXE".
std::string invoked_path(const std::string& otherwise);

// Becomes `program`: descriptors, process group and exit code are then the program's own. Comes back only with the error, and then
// nothing has run. Where the kernel refuses the list of arguments as too long, tries again with those from `first_movable` on (0: none)
// in a response file that has no name on any disk and is gone with the process.
// Windows cannot exchange a process: there we wait for the program, end with its exit code, take it with us when we are killed, and
// leave Ctrl-C to it; a response file lies in TEMP until it has ended.
Error exec_program(const std::string& program, std::span<const std::string> arguments, const Environment& environment,
                   std::size_t first_movable);

// Whole, to a descriptor (1 stdout, 2 stderr); false where it cannot be written (disk full, closed).
bool write_all(int descriptor, std::string_view text);

}  // namespace jetson
