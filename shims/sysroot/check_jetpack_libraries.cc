// The libraries that come with JetPack, told by their headers, packages and file names (shared/design/jetson.md, 2).
#include <algorithm>

#include "base/path.h"
#include "sysroot/header_version.h"
#include "sysroot/subject.h"

namespace jetson {
namespace {

struct Library {
  std::string topic, title;
  std::vector<std::string_view> headers;  // the first that is there; it tells the version
  std::string_view major, minor, patch;   // its macros
  std::vector<std::string_view> names;    // what -l finds, without "lib" and ".so"
  std::string_view package;               // a pattern; its version is the next best
  std::string fix;                        // the packages for developers
};

const Library kJetPackLibraries[] = {
    // cudnn_version_v9.h: before update-alternatives has made cudnn_version.h.
    {"cudnn", "cuDNN", {"cudnn_version.h", "cudnn_version_v9.h", "cudnn_version_v8.h", "cudnn.h"},
     "CUDNN_MAJOR", "CUDNN_MINOR", "CUDNN_PATCHLEVEL", {"cudnn"}, "libcudnn*", "libcudnn9-dev-cuda-12 (JetPack 5: libcudnn8-dev)"},
    {"tensorrt", "TensorRT", {"NvInferVersion.h", "NvInfer.h"},
     "NV_TENSORRT_MAJOR", "NV_TENSORRT_MINOR", "NV_TENSORRT_PATCH", {"nvinfer"}, "libnvinfer*", "libnvinfer-dev and libnvinfer-headers-dev"},
    {"vpi", "VPI", {"vpi/VPIVersion.h", "vpi/Version.h"},
     "VPI_VERSION_MAJOR", "VPI_VERSION_MINOR", "VPI_VERSION_PATCH", {"nvvpi"}, "libnvvpi*", "vpi3-dev (JetPack 5: vpi2-dev)"},
    {"opencv", "OpenCV", {"opencv2/core/version.hpp"},
     "CV_VERSION_MAJOR", "CV_VERSION_MINOR", "CV_VERSION_REVISION", {"opencv_core", "opencv_world"}, "libopencv-dev", "libopencv-dev"},
    {"multimedia", "Jetson Multimedia API", {"nvbufsurface.h", "nvbuf_utils.h"},
     "", "", "", {"nvbufsurface", "nvbuf_utils"}, "nvidia-l4t-jetson-multimedia-api", "nvidia-l4t-jetson-multimedia-api and nvidia-l4t-multimedia"},
};

std::vector<std::string> header_directories(const Subject& subject) {
  Directories wanted{{"/usr/include/" + subject.multiarch}, {"/usr/include"}, {"/usr/include/opencv4"}, {"/usr/local/include"},
                     {"/usr/local/include/opencv4"}, {"/usr/src/jetson_multimedia_api/include"}};
  const Directories& more = subject.settings.directories.include.value;
  wanted.insert(wanted.end(), more.begin(), more.end());
  return subject.sysroot.find(wanted);
}

std::string version_by_package(const Subject& subject, std::string_view pattern) {
  for (const auto& [name, version] : subject.packages)
    if (matches_glob(pattern, name)) return upstream_version(version);
  return {};
}

std::string version_by_file(const Subject& subject, const std::string& library) {
  const std::string path = subject.sysroot.resolve(library).value_or(library);
  const std::size_t at = file_name(path).find(".so.");
  return at == std::string_view::npos ? std::string() : std::string(file_name(path).substr(at + 4));
}

Findings check_library(const Subject& subject, const Library& wanted, const std::vector<std::string>& includes) {
  std::optional<std::string> header, library;
  std::string include;  // the directory that #include <…> finds it in
  for (const std::string_view name : wanted.headers) {
    if (header) break;
    header = subject.find_file(name, includes);
    if (header) include = header->substr(0, header->size() - name.size() - 1);
  }
  std::vector<std::string> names;
  names.reserve(wanted.names.size());
  for (const std::string_view name : wanted.names) names.push_back("lib" + std::string(name) + ".so");
  for (const std::string& name : names)
    if (!library) library = subject.find_file(name, subject.directories);
  if (!header && !library) return {};

  std::string version;
  if (header) version = version_by_macros(subject.read(*header).value_or(""), {wanted.major, wanted.minor, wanted.patch}).value_or("");
  if (version.empty()) version = version_by_package(subject, wanted.package);
  if (version.empty() && library) version = version_by_file(subject, *library);
  const std::string title = wanted.title + (version.empty() ? "" : " " + version);
  const auto& first = names.front();
  if (header && library)
    return {{.kind = Finding::Kind::kFact,
             .topic = wanted.topic,
             .what = title + ", headers in " + include,
             .where = subject.on_host(*library),
             .version = version}};
  return {{.kind = Finding::Kind::kWarning,
           .topic = wanted.topic,
           .what = header ? title + " has headers, but no " + first + " is where libraries are looked for"
                          : title + " has no headers (" + std::string(wanted.headers.front()) + ")",
           .where = subject.on_host(header ? *header : *library),
           .fix = "install " + wanted.fix + " on the board and make the sysroot again",
           .version = version}};
}

}  // namespace

Findings check_jetpack_libraries(const Subject& subject) {
  const auto includes = header_directories(subject);
  Findings findings;
  for (const Library& library : kJetPackLibraries)
    for (Finding& finding : check_library(subject, library, includes)) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace jetson
