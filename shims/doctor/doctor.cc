#include "doctor/doctor.h"

#include <iterator>

#include "base/native_path.h"
#include "base/os.h"
#include "base/path.h"
#include "cuda/check.h"
#include "doctor/patient.h"
#include "sysroot/check.h"

namespace jetson {
namespace {

void append(Findings& all, Findings some) { all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end())); }

}  // namespace

Findings diagnose(const DoctorRequest& request) {
  const HostDisk disk;
  std::optional<Settings> settings;
  Findings findings = check_settings(request, disk, settings);
  // Whatever is wrong in the file, the programs can be looked at: with the defaults.
  const Settings used = settings.value_or(Settings());
  Patient patient{.request = request, .disk = disk, .settings = used, .facts = {}};
  for (const auto check : {check_programs, check_rust_programs, check_tools}) append(findings, check(patient));
  if (!settings) return findings;

  const std::string sysroot = absolute_text(used.sysroot.value);
  const bool has_sysroot = disk.info(sysroot).is_directory();
  if (has_sysroot)
    append(findings, check_sysroot({.directory = sysroot,
                                    .settings = used,
                                    .tools = parent(request.executable),
                                    .environment = request.environment,
                                    .prefix = request.prefix}));
  if (has_sysroot) append(findings, check_cuda_setup(used, request.prefix, request.environment, disk, request.executable));
  auto facts = locate_facts(request.prefix, used, request.environment, request.executable, disk);
  if (!facts) {
    const Error& error = facts.error();
    findings.push_back({.kind = Finding::Kind::kProblem,
                        .topic = has_sysroot ? "build" : "sysroot",
                        .what = (has_sysroot ? "no project was built: " : "") + error.what,
                        .where = error.where,
                        .fix = error.fix});
    return findings;
  }
  patient.facts = std::move(*facts);
  for (const auto attempt : {try_c_and_cxx, try_pkg_config, try_cmake, try_rust, try_bindgen}) append(findings, attempt(patient));
  return findings;
}

}  // namespace jetson
