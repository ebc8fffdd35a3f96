#include <algorithm>

#include "base/install_advice.h"
#include "base/path.h"
#include "doctor/patient.h"
#include "forward/tool.h"

namespace jetson {
namespace {

std::vector<std::string> names_of_tools() {
  std::vector<std::string> names;
  const std::string list = list_of_tools();
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(", ", at), list.size());
    names.push_back(list.substr(at, end - at));
    at = end + 2;
  }
  return names;
}

}  // namespace

Findings check_tools(const Patient& patient) {
  const std::string folder = parent(patient.request.executable), prefix = patient.request.prefix + "-";
  std::string missing;
  for (const std::string& name : names_of_tools())
    if (const FileInfo info = patient.disk.info(patient.tool(name)); !info.is_file() || !info.executable)
      missing.append(missing.empty() ? "" : ", ").append(prefix + name);
  Findings findings;
  if (missing.empty())
    findings.push_back({.kind = Finding::Kind::kFact, .topic = "tools", .what = "all tools are there", .where = folder});
  else
    findings.push_back({.kind = Finding::Kind::kProblem, .topic = "tools", .what = "missing: " + missing, .where = folder,
                        .fix = "install again, by the package or by install/install.sh of the source"});

  const std::string clang = prefix + "clang";
  const auto first = patient.on_path(clang);
  if (!first) {
    findings.push_back({.kind = Finding::Kind::kWarning, .topic = "path", .what = clang + " is not on PATH: builds that name the tools without a folder find none",
                        .where = "PATH", .fix = path_advice(folder)});
    return findings;
  }
  const auto ours = patient.disk.real_path(patient.tool("clang")), theirs = patient.disk.real_path(*first);
  if (ours == theirs)
    findings.push_back({.kind = Finding::Kind::kFact, .topic = "path", .what = clang + " is first on PATH", .where = *first});
  else
    findings.push_back({.kind = Finding::Kind::kProblem, .topic = "path", .what = "another " + clang + " comes first on PATH, not that of " + folder,
                        .where = *first, .fix = "remove the other installation, or " + path_advice(folder)});
  return findings;
}

}  // namespace jetson
