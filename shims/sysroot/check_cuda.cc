// CUDA toolkits of the board: /usr/local/cuda-X.Y/targets/{aarch64,sbsa}-linux (shared/design/jetson.md, 2).
#include <nlohmann/json.hpp>

#include "base/path.h"
#include "sysroot/header_version.h"
#include "sysroot/subject.h"

namespace jetson {
namespace {

constexpr std::string_view kTargets[] = {"aarch64-linux", "sbsa-linux"};

// {"cuda": {"name": …, "version": "12.6.68"}, "cuda_cudart": {…}, …}
std::string version_by_json(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return {};
  for (const char* part : {"cuda", "cuda_cudart", "cuda_nvcc"}) {
    const auto found = json.find(part);
    if (found == json.end() || !found->is_object()) continue;
    const auto version = found->find("version");
    if (version != found->end() && version->is_string()) return version->get<std::string>();
  }
  return {};
}

// CUDA 10 wrote "CUDA Version 10.2.300".
std::string version_by_text(const std::string& text) {
  const std::string mark = "CUDA Version ";
  if (!text.starts_with(mark)) return {};
  return text.substr(mark.size(), text.find_first_not_of("0123456789.", mark.size()) - mark.size());
}

// libcudart.so.12.6.68
std::string version_by_runtime(const Subject& subject, const std::string& libraries) {
  std::string best;
  for (const std::string& name : subject.disk.list(subject.on_host(libraries)))
    if (name.starts_with("libcudart.so.") && version_less(best, name)) best = name;
  return best.empty() ? best : best.substr(std::string_view("libcudart.so.").size());
}

// 12060 -> "12.6"
std::string version_of_header(const Subject& subject, const std::string& header) {
  const auto number = version_by_macros(subject.read(header).value_or(""), {"CUDA_VERSION"});
  if (!number || number->size() < 4 || number->size() > 6) return {};
  const int value = std::atoi(number->c_str());
  return std::to_string(value / 1000) + "." + std::to_string(value % 1000 / 10);
}

// "12.6.68" -> "12-6"
std::string in_package_names(const std::string& version) {
  const std::size_t dot = version.find('.');
  if (dot == std::string::npos) return version;
  return version.substr(0, dot) + "-" + version.substr(dot + 1, version.find('.', dot + 1) - dot - 1);
}

Findings check_toolkit(const Subject& subject, const std::string& toolkit) {
  Findings findings;
  const auto warn = [&](std::string what, const std::string& path, std::string fix) {
    findings.push_back({.kind = Finding::Kind::kWarning, .topic = "cuda", .what = std::move(what), .where = subject.on_host(path), .fix = std::move(fix)});
  };
  std::string target;
  for (const std::string_view name : kTargets)
    if (target.empty() && subject.sysroot.has_directory(toolkit + "/targets/" + std::string(name))) target = toolkit + "/targets/" + std::string(name);
  if (target.empty()) {
    warn("it holds nothing for the board: no targets/aarch64-linux, no targets/sbsa-linux", toolkit,
         "install the cuda-*-dev packages on the board and make the sysroot again, or remove this directory");
    return findings;
  }
  std::string version = version_by_json(subject.read(toolkit + "/version.json").value_or(""));
  if (version.empty()) version = version_by_text(subject.read(toolkit + "/version.txt").value_or(""));
  if (version.empty()) version = version_by_runtime(subject, target + "/lib");
  if (version.empty() && file_name(toolkit).starts_with("cuda-")) version = file_name(toolkit).substr(5);
  findings.push_back({.kind = Finding::Kind::kFact, .topic = "cuda", .what = "CUDA " + version, .where = subject.on_host(target), .version = version});
  const std::string header = target + "/include/cuda.h";
  const std::string dashed = in_package_names(version);
  if (!subject.sysroot.has_file(header)) {
    warn("CUDA " + version + " has no headers (cuda.h)", header, "install cuda-cudart-dev-" + dashed + " on the board and make the sysroot again");
    return findings;
  }
  const std::string by_header = version_of_header(subject, header);
  if (!by_header.empty() && version != by_header && !version.starts_with(by_header + "."))
    warn("cuda.h is of CUDA " + by_header + ", the toolkit of " + version, header, "make the sysroot again from one board: two releases are mixed in it");
  // From 12 on in a package of its own, and cuda_runtime.h includes it.
  const std::string crt = target + "/include/crt/host_config.h";
  if (subject.sysroot.has_file(target + "/include/cuda_runtime.h") && !subject.sysroot.has_file(crt))
    warn("cuda_runtime.h includes a file that is missing: crt/host_config.h", crt, "install cuda-crt-" + dashed + " on the board and make the sysroot again");
  return findings;
}

}  // namespace

Findings check_cuda(const Subject& subject) {
  Findings findings;
  const auto toolkits = subject.sysroot.find({{"/usr/local/cuda"}, {"/usr/local/cuda-*"}});
  for (const std::string& toolkit : toolkits)
    for (Finding& finding : check_toolkit(subject, toolkit)) findings.push_back(std::move(finding));
  if (!toolkits.empty() && !subject.sysroot.has_directory("/usr/local/cuda"))
    findings.push_back({.kind = Finding::Kind::kWarning,
                        .topic = "cuda",
                        .what = "/usr/local/cuda is missing: installation makes it on the board, and projects look for it",
                        .where = subject.on_host("/usr/local/cuda"),
                        .fix = "run `aarch64-jetson sysroot make`, which makes it, or ln -s " + std::string(file_name(toolkits.front())) + " " +
                               subject.on_host("/usr/local/cuda")});
  return findings;
}

}  // namespace jetson
