// The clang that lies beside libclang is built of the same code and looks for its own headers in the same place.
#include "base/child.h"
#include "base/host.h"
#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "doctor/libclang.h"

namespace jetson {

LibClangReading read_by_libclang(const LibClang& libclang, const std::string& file, const std::vector<std::string>& arguments, const Disk& disk) {
  const std::string clang = with_program_ending(join(parent(libclang.folder), "bin/clang"));
  LibClangReading reading{.by = clang, .error = {}};
  if (!disk.info(clang).executable) return {.by = libclang.folder, .error = {}, .is_tried = false};
  ChildRequest request{.arguments = {clang, "-fsyntax-only", "-w"}, .environment = process_environment(), .joins_errors = true};
  request.arguments.insert(request.arguments.end(), arguments.begin(), arguments.end());
  request.arguments.push_back(file);
  const auto end = run_child(request);
  if (!end) return {.by = clang, .error = end.error().what};
  if (end->ok()) return reading;
  const auto start = end->out.find("error: ");
  reading.error = start == std::string::npos ? "exit code " + std::to_string(end->exit_code)
                                             : std::string(first_line(std::string_view(end->out).substr(start + 7)));
  return reading;
}

}  // namespace jetson
