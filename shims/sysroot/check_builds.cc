// What counts in the end: our own tools build programs with this sysroot.
#include <algorithm>
#include <fstream>

#include "base/child.h"
#include "base/complaint.h"
#include "base/file.h"
#include "base/host.h"
#include "base/temporary_folder.h"
#include "base/text.h"
#include "sysroot/subject.h"

namespace jetson {
namespace {

struct Sample {
  std::string title, tool, language, source;
  std::vector<std::string> arguments;
  std::string needed;  // the DT_NEEDED that must come of it: its beginning
};

const std::string kMain = "int main(void) { return 0; }\n";

const Sample kLanguages[] = {
    {"C", "clang", "c", "#include <stdio.h>\nint main(void) { puts(\"\"); return 0; }\n", {}, "libc.so"},
    {"C++ with iostream and exceptions", "clang++", "c++",
     "#include <iostream>\n#include <stdexcept>\n"
     "int main() { try { throw std::runtime_error(\"\"); } catch (const std::exception& e) { std::cout << e.what() << std::endl; } }\n",
     {}, "libstdc++.so"},
    // Statically where libm.so leads nowhere: the link succeeds, and only this tells.
    {"C with -lm", "clang", "c", "#include <math.h>\nint main(int argc, char** argv) { (void)argv; return (int)cos(argc); }\n", {"-lm"}, "libm.so"},
};

// Each tried where the sysroot has it.
constexpr std::string_view kLinkedLibraries[] = {"cuda", "cudart", "nvinfer", "opencv_core", "cudnn", "cublas"};

// Ours alone: flags by environment, DRY_RUN and the like would tell of the caller's shell, not of the sysroot.
Environment environment_of(const CheckRequest& request) {
  Environment environment;
  for (const char* name : {"PATH", "HOME", "TMPDIR", "XDG_CONFIG_HOME", "AARCH64_JETSON_CONFIG", "LANG", "LC_ALL",
                           // Without these no program runs on Windows, or finds its folders.
                           "SystemRoot", "TEMP", "USERPROFILE", "APPDATA"})
    if (const auto value = request.environment.get(name)) environment.set(name, *value);
  environment.set("JETSON_SYSROOT", request.directory);
  return environment;
}

class Builder {
 public:
  explicit Builder(const CheckRequest& request) : request_(request), environment_(environment_of(request)) {}

  const std::string& folder() const { return folder_.path(); }

  Finding build(const Sample& sample) {
    const std::string source = folder() + "/main." + (sample.language == "c" ? "c" : "cc"), result = folder() + "/main";
    std::ofstream(native_path(source), std::ios::binary) << sample.source;
    ChildRequest child{.arguments = {with_program_ending(request_.tools + "/" + request_.prefix + "-" + sample.tool), source, "-o", result}, .environment = environment_};
    child.arguments.insert(child.arguments.end(), sample.arguments.begin(), sample.arguments.end());
    const auto end = run_child(child);
    if (!end)
      return problem(sample, end.error().what, "install the tools beside aarch64-jetson (cmake --install)");
    if (!end->ok()) {
      const Complaint complaint = complaint_of(*end);
      return problem(sample, complaint.what,
                     complaint.fix.empty() ? "mend what is found above; the sysroot lacks something that this program takes" : complaint.fix);
    }
    if (!end->err.empty()) return warning(sample, std::string(first_line(end->err)));
    return look_at(sample, result);
  }

 private:
  Finding problem(const Sample& sample, const std::string& why, std::string fix) const {
    return {.kind = Finding::Kind::kProblem, .topic = "build", .what = sample.title + " does not build: " + why, .where = request_.directory, .fix = std::move(fix)};
  }

  Finding warning(const Sample& sample, const std::string& why) const {
    return {.kind = Finding::Kind::kWarning,
            .topic = "build",
            .what = sample.title + " builds, but not silently: " + why,
            .where = request_.directory,
            .fix = "the cc crate drops flags at any chatter: mend what the message says"};
  }

  Finding look_at(const Sample& sample, const std::string& result) const {
    const Descriptor file = open_to_read(result);
    const auto facts = read_elf(file.get(), result);
    if (!facts || !*facts || !(*facts)->is_aarch64)
      return problem(sample, "the result is no program for the board", "correct `triple` and `flags` in the settings");
    const auto& needed = (*facts)->needed;
    if (std::none_of(needed.begin(), needed.end(), [&](const std::string& name) { return name.starts_with(sample.needed); }))
      return problem(sample, "the result does not load " + sample.needed + ": the static library was linked",
                     "mend " + sample.needed + " in the sysroot: it leads nowhere, or is not there");
    return {.kind = Finding::Kind::kFact, .topic = "build", .what = sample.title + " builds", .where = {}};
  }

  const CheckRequest& request_;
  Environment environment_;
  TemporaryFolder folder_;
};

}  // namespace

Findings check_builds(const Subject& subject, const CheckRequest& request) {
  Builder builder(request);
  if (builder.folder().empty())
    return {{.kind = Finding::Kind::kWarning,
             .topic = "build",
             .what = "no temporary folder can be made, so no program was built",
             .where = "TMPDIR",
             .fix = "set TMPDIR to a folder that you may write"}};
  Findings findings;
  for (const Sample& sample : kLanguages) findings.push_back(builder.build(sample));
  // Without C every other message would say the same once more.
  if (findings.front().kind == Finding::Kind::kProblem) return findings;
  for (const std::string_view name : kLinkedLibraries) {
    const std::string library = "lib" + std::string(name) + ".so";
    if (!subject.find_file(library, subject.directories)) continue;
    findings.push_back(builder.build({"C with -l" + std::string(name), "clang", "c", kMain, {"-Wl,--no-as-needed", "-l" + std::string(name)}, library}));
  }
  return findings;
}

}  // namespace jetson
