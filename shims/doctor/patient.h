// What the parts of the doctor look at, and the parts: a file each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/child.h"
#include "base/disk.h"
#include "base/temporary_folder.h"
#include "doctor/doctor.h"
#include "emit/facts.h"
#include "settings/settings.h"

namespace jetson {

struct Patient {
  const DoctorRequest& request;
  const Disk& disk;
  const Settings& settings;
  std::optional<Facts> facts;  // nothing where no build could succeed

  std::string tool(std::string_view name) const;
  // The first program of that name on PATH.
  std::optional<std::string> on_path(std::string_view name) const;
  // What it says to --version: the first line; nothing where it does not run.
  std::optional<std::string> version_line(const std::string& program) const;
};

// "19.1.7" of "Debian clang version 19.1.7 (3~deb12u1)"; empty where the line holds no number with a dot.
std::string version_in(std::string_view line);

// A folder in which small projects are built as a user would build them, and their programs run.
class Workbench {
 public:
  explicit Workbench(const Patient& patient) : patient_(patient) {}

  bool is_ready() const { return !folder_.path().empty(); }
  const std::string& folder() const { return folder_.path(); }
  std::string write(const std::string& name, const std::string& text) const;
  // Runs it in the folder, with the caller's environment. A problem of that topic where it fails: "`title` does not build: …".
  std::optional<Finding> fails(const std::string& topic, const std::string& title, std::vector<std::string> arguments, const std::string& fix,
                               std::string* output = nullptr) const;
  // In qemu, where there is one: whether it prints "42".
  Finding run(const std::string& topic, const std::string& title, const std::string& program) const;

 private:
  const Patient& patient_;
  TemporaryFolder folder_;
};

// Which settings file, why, and where each setting comes from; `settings` only where it can be read.
Findings check_settings(const DoctorRequest& request, const Disk& disk, std::optional<Settings>& settings);
Findings check_programs(const Patient& patient);
Findings check_rust_programs(const Patient& patient);
// Our own tools: all beside our executable, and none of another installation before them on PATH.
Findings check_tools(const Patient& patient);
// Small builds. Each is one program built the way its name says.
Findings try_c_and_cxx(const Patient& patient);
Findings try_pkg_config(const Patient& patient);
Findings try_cmake(const Patient& patient);
Findings try_rust(const Patient& patient);
// As the bindgen crate does it: libclang, loaded and given what `emit cargo` gives it.
Findings try_bindgen(const Patient& patient);

}  // namespace jetson
