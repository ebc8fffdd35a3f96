#include "doctor/patient.h"
#include "settings/load.h"
#include "settings/locate.h"

namespace jetson {
namespace {

std::string quoted(const Words& words) {
  std::string text = "[";
  for (const std::string& word : words) text += (text.size() > 1 ? ", \"" : "\"") + word + "\"";
  return text + "]";
}

std::string shown(const std::string& value) { return "\"" + value + "\""; }
std::string shown(const Words& value) { return quoted(value); }
std::string shown(const Directories& value) { return std::to_string(value.size()) + " choices"; }
std::string shown(HostPaths value) {
  switch (value) {
    case HostPaths::kRewrite: return "\"rewrite\"";
    case HostPaths::kWarn: return "\"warn\"";
    case HostPaths::kError: return "\"error\"";
    case HostPaths::kAllow: return "\"allow\"";
  }
  return "";
}

// Why this file: the order is locate.h's.
std::string reason(const DoctorRequest& request, const Disk& disk, const std::string& file) {
  if (request.environment.get_nonempty(kConfigVariable)) return std::string(kConfigVariable) + " names it";
  std::string missing;
  for (const std::string& candidate : settings_candidates(request.prefix, request.environment, request.executable)) {
    if (candidate == file) break;
    if (disk.info(candidate).kind == FileInfo::Kind::kMissing) missing += (missing.empty() ? "" : " and ") + candidate;
  }
  return missing.empty() ? "the first place that is looked at" : "there is no " + missing;
}

}  // namespace

Findings check_settings(const DoctorRequest& request, const Disk& disk, std::optional<Settings>& settings) {
  Findings findings;
  const std::string file = locate_settings(request.prefix, request.environment, request.executable, disk);
  findings.push_back({.kind = Finding::Kind::kFact,
                      .topic = "settings",
                      .what = (file.empty() ? "no settings file, so the built-in defaults: " : "the settings file, since ") + reason(request, disk, file),
                      .where = file});
  const auto loaded = load_settings(file, request.environment, disk);
  if (!loaded) {
    std::vector<Error> errors{loaded.error()};
    errors.insert(errors.end(), loaded.error().more.begin(), loaded.error().more.end());
    for (const Error& error : errors)
      findings.push_back({.kind = Finding::Kind::kProblem, .topic = "settings", .what = error.what, .where = error.where, .fix = error.fix});
    return findings;
  }
  settings = *loaded;
  std::string defaults;
  for_each_setting(*settings, [&](std::string_view key, const auto& setting) {
    if (setting.is_default())
      defaults.append(defaults.empty() ? "" : ", ").append(key);
    else
      findings.push_back({.kind = Finding::Kind::kFact, .topic = "settings", .what = std::string(key) + " = " + shown(setting.value), .where = setting.origin});
  });
  findings.push_back({.kind = Finding::Kind::kFact, .topic = "settings", .what = "built-in defaults: " + defaults, .where = {}});
  return findings;
}

}  // namespace jetson
