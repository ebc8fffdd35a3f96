#include "doctor/patient.h"
#include "emit/emit.h"

namespace jetson {
namespace {

constexpr char kProject[] = R"(cmake_minimum_required(VERSION 3.13)
project(doctor C CXX)
add_executable(doctor main.c part.cc)
target_link_libraries(doctor m)
)";
constexpr char kCMain[] = R"(#include <stdio.h>
int part(void);
int main(void) { printf("%d\n", part()); return 0; }
)";
constexpr char kPart[] = R"(#include <string>
extern "C" int part() { return std::stoi("42"); }
)";

}  // namespace

Findings try_cmake(const Patient& patient) {
  if (!patient.on_path("cmake")) return {};  // told by check_programs
  const Workbench bench(patient);
  bench.write("CMakeLists.txt", kProject);
  bench.write("main.c", kCMain);
  bench.write("part.cc", kPart);
  bench.write("jetson.cmake", emit_cmake(*patient.facts));
  const std::string title = "a CMake project", fix = "mend what is found above; the toolchain file is that of `aarch64-jetson emit cmake`";
  std::vector<std::string> configure{"cmake", "-S", ".", "-B", "build", "-DCMAKE_TOOLCHAIN_FILE=jetson.cmake"};
  if (patient.on_path("ninja")) configure.insert(configure.end(), {"-G", "Ninja"});
  if (auto finding = bench.fails("cmake", title, configure, fix)) return {*finding};
  if (auto finding = bench.fails("cmake", title, {"cmake", "--build", "build"}, fix)) return {*finding};
  return {bench.run("cmake", title, bench.folder() + "/build/doctor")};
}

}  // namespace jetson
