#include "doctor/patient.h"

namespace jetson {
namespace {

constexpr char kC[] = R"(#include <math.h>
#include <stdio.h>
int main(int argc, char **argv) {
    (void)argv;
    printf("%d\n", 41 + (int)cos(argc - 1.0));
    return 0;
}
)";

constexpr char kCxx[] = R"(#include <iostream>
#include <stdexcept>
#include <string>
int main() {
    try {
        throw std::runtime_error("42");
    } catch (const std::exception &error) {
        std::cout << error.what() << std::endl;
    }
}
)";

constexpr char kFix[] = "mend what is found of clang, lld and the sysroot above; `aarch64-jetson explain -- clang …` shows the command";

}  // namespace

Findings try_c_and_cxx(const Patient& patient) {
  const Workbench bench(patient);
  if (!bench.is_ready())
    return {{.kind = Finding::Kind::kProblem, .topic = "c", .what = "no temporary folder can be made: compilers need one, too", .where = "TMPDIR",
             .fix = "set TMPDIR to a folder that you may write"}};
  Findings findings;
  bench.write("main.c", kC);
  bench.write("main.cc", kCxx);
  if (auto finding = bench.fails("c", "a C program", {patient.tool("clang"), "-O2", "main.c", "-lm", "-o", "c"}, kFix)) findings.push_back(*finding);
  else findings.push_back(bench.run("c", "a C program", bench.folder() + "/c"));
  if (auto finding = bench.fails("c++", "a C++ program", {patient.tool("clang++"), "-O2", "main.cc", "-o", "cxx"}, kFix)) findings.push_back(*finding);
  else findings.push_back(bench.run("c++", "a C++ program", bench.folder() + "/cxx"));
  return findings;
}

}  // namespace jetson
