#include "settings/settings.h"

namespace jetson {
namespace {

constexpr std::pair<std::string_view, HostPaths> kHostPaths[] = {
    {"rewrite", HostPaths::kRewrite},
    {"warn", HostPaths::kWarn},
    {"error", HostPaths::kError},
    {"allow", HostPaths::kAllow},
};

// Without a copy of every string, as an assignment of lists of strings would make: this runs on every compile.
void fill(Words& words, std::initializer_list<std::string_view> list) { words.assign(list.begin(), list.end()); }

void fill(Directories& directories, std::initializer_list<std::initializer_list<std::string_view>> list) {
  directories.reserve(list.size());
  for (const auto& choices : list) directories.emplace_back(choices.begin(), choices.end());
}

}  // namespace

std::optional<HostPaths> find_host_paths(std::string_view name) {
  for (const auto& [known, policy] : kHostPaths)
    if (known == name) return policy;
  return std::nullopt;
}


Settings::Settings() {
  // CUDA lies in targets/aarch64-linux up to JetPack 6, in targets/sbsa-linux from 7 on; a root filesystem that was unpacked but
  // never configured has no /usr/local/cuda link (shared/design/jetson.md, 2).
  fill(directories.library.value, {
      {"/usr/local/cuda/targets/aarch64-linux/lib", "/usr/local/cuda/targets/sbsa-linux/lib",
       "/usr/local/cuda-*/targets/aarch64-linux/lib", "/usr/local/cuda-*/targets/sbsa-linux/lib"},
      {"/opt/opencv*/lib"},
      {"/opt/nvidia/vpi*/lib/aarch64-linux-gnu"},
  });
  // Behind the system's own: the driver directories hold copies of libv4l2, libdrm, libvulkan, libwayland-* and a libnvjpeg that is
  // not CUDA's (jetson.md, 3). r39 keeps libcuda in /opt. The stubs serve where no driver is installed, so they come last.
  fill(directories.library_last.value, {
      {"/usr/lib/aarch64-linux-gnu/nvidia", "/usr/lib/aarch64-linux-gnu/tegra"},
      {"/usr/lib/aarch64-linux-gnu/tegra-egl"},
      {"/opt/nvidia/l4t-gpu-libs/openrm", "/opt/nvidia/l4t-gpu-libs/nvgpu"},
      {"/usr/local/cuda/targets/aarch64-linux/lib/stubs", "/usr/local/cuda/targets/sbsa-linux/lib/stubs",
       "/usr/local/cuda-*/targets/aarch64-linux/lib/stubs", "/usr/local/cuda-*/targets/sbsa-linux/lib/stubs"},
  });
  fill(directories.include.value, {
      {"/usr/local/cuda/targets/aarch64-linux/include", "/usr/local/cuda/targets/sbsa-linux/include",
       "/usr/local/cuda-*/targets/aarch64-linux/include", "/usr/local/cuda-*/targets/sbsa-linux/include"},
      {"/opt/opencv*/include/opencv4", "/opt/opencv*/include"},
      {"/opt/nvidia/vpi*/include"},
  });
  fill(directories.pkg_config.value, {
      {"/usr/local/lib/aarch64-linux-gnu/pkgconfig"}, {"/usr/local/lib/pkgconfig"},
      {"/usr/local/share/pkgconfig"},                 {"/usr/lib/aarch64-linux-gnu/pkgconfig"},
      {"/usr/lib/pkgconfig"},                         {"/usr/share/pkgconfig"},
      {"/opt/opencv*/lib/pkgconfig"},
  });
  // What gcc, clang and Apple's tools read as search paths: meant for the host's compiler. LIBRARY_PATH reaches a link whenever host
  // and target have the same architecture, the others reach every compile (toolchain.md, 2.6).
  fill(environment.remove.value, {
      "CPATH",         "C_INCLUDE_PATH",  "CPLUS_INCLUDE_PATH", "OBJC_INCLUDE_PATH",        "LIBRARY_PATH",
      "COMPILER_PATH", "GCC_EXEC_PREFIX", "SDKROOT",            "MACOSX_DEPLOYMENT_TARGET",
  });
  // Everything that a compiler, linker, pkg-config or CMake reads, and what tells the release (jetson.md, 8). The desktop's own CUDA
  // programs are used, so the board's stay behind; its nvvm holds libdevice, which is for both.
  fill(contents.keep.value, {
      "/lib", "/lib64", "/opt", "/usr/include", "/usr/lib", "/usr/local/cuda*", "/usr/local/include", "/usr/local/lib",
      "/usr/local/share/pkgconfig", "/usr/local/share/cmake*", "/usr/share/pkgconfig", "/usr/share/cmake*", "/usr/share/*/cmake",
      "/usr/share/*/*.cmake", "/usr/share/wayland*", "/usr/src/jetson_multimedia_api", "/etc/alternatives", "/etc/apt/sources.list.d",
      "/etc/ld.so.conf*", "/etc/nv_tegra_release", "/etc/os-release", "/var/lib/dpkg/status",
  });
  fill(contents.leave_out.value, {
      "/lib/firmware", "/lib/modules", "/lib/systemd", "/lib/udev", "/usr/lib/firmware", "/usr/lib/modules", "/usr/lib/systemd",
      "/usr/lib/udev", "/usr/lib/*/dri", "/usr/lib/debug", "/usr/lib/jvm", "/usr/lib/locale", "/usr/lib/snapd", "/usr/local/cuda*/bin",
      "/usr/local/cuda*/doc", "/usr/local/cuda*/nsight*", "/usr/local/cuda*/samples", "/opt/nvidia/nsight*", "/opt/ota_package",
      "/usr/src/jetson_multimedia_api/samples",
  });
}

std::string multiarch_of(std::string_view triple) {
  const std::string_view arch = triple.substr(0, triple.find('-'));
  return std::string(arch == "arm64" ? "aarch64" : arch) + "-linux-gnu";
}

}  // namespace jetson
