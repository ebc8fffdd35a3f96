#include "forward/driver_call.h"

#include <algorithm>
#include <iterator>

#include "base/path.h"
#include "forward/clang_options.h"

namespace jetson {
namespace {

// Options after which no linker runs, besides -c, -S, -E, -M and -MM.
constexpr std::string_view kStops[] = {
    "-c",           "-S",           "-E",          "-M",          "-MM",           "-fsyntax-only",      "--compile",
    "--assemble",   "--preprocess", "--precompile", "--dependencies", "--user-dependencies", "-emit-ast", "--analyze",
    "-verify-pch",  "-extract-api", "--migrate",   "-rewrite-objc", "-rewrite-legacy-objc", "-module-file-info",
    "-emit-interface-stubs",
};

enum class Language { kNone, kC, kCxx, kCuda, kHeader, kOther };

// By clang's table of file name endings (clang/lib/Driver/Types.cpp, lookupTypeForExtension).
Language language_of_ending(std::string_view path) {
  const std::string_view name = file_name(path);
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return Language::kNone;
  const std::string_view ending = name.substr(dot + 1);
  constexpr std::string_view kCxx[] = {"cc", "cp", "cpp", "CPP", "cxx", "CXX", "c++", "C++", "C", "ii",
                                       "mm", "M",  "mii", "cppm", "ccm", "cxxm", "c++m", "ixx", "iim"};
  constexpr std::string_view kHeaders[] = {"h", "H", "hh", "hp", "hpp", "hxx", "h++", "tcc"};
  if (ending == "c" || ending == "i" || ending == "m" || ending == "mi") return Language::kC;
  if (ending == "cu" || ending == "cui") return Language::kCuda;
  if (std::find(std::begin(kCxx), std::end(kCxx), ending) != std::end(kCxx)) return Language::kCxx;
  if (std::find(std::begin(kHeaders), std::end(kHeaders), ending) != std::end(kHeaders)) return Language::kHeader;
  return Language::kOther;
}

// What `-x` was told; "none" gives the choice back to the file's ending.
Language language_of_name(std::string_view name) {
  if (name == "none") return Language::kNone;
  if (name.ends_with("-header") || name.ends_with("-unit")) return Language::kHeader;
  if (name == "cuda" || name == "cuda-cpp-output") return Language::kCuda;
  if (name.find("c++") != std::string_view::npos || name == "hip") return Language::kCxx;
  if (name == "c" || name == "cpp-output" || name == "objective-c") return Language::kC;
  return Language::kOther;
}

class Reader {
 public:
  explicit Reader(std::string_view driver_mode) : mode_(driver_mode) {}

  DriverCall read(std::span<const std::string> words) {
    // Clang looks at the first word only (clang/tools/driver/driver.cpp).
    call_.is_frontend = !words.empty() && words[0].starts_with("-cc1");
    for (const std::string& word : words)
      if (word.starts_with("--driver-mode=")) mode_ = std::string_view(word).substr(14);
    call_.is_cxx_driver = mode_ == "g++";
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view word = words[i];
      if (word == "--") {
        for (++i; i < words.size(); ++i) read_input(words[i]);
      } else if (word.size() > 1 && word[0] == '-') {
        const auto values = static_cast<std::size_t>(separate_values(word));
        if (i + values >= words.size()) {
          call_.is_complete = false;
          break;
        }
        read_option(word, values > 0 ? std::string_view(words[i + 1]) : std::string_view());
        i += values;
      } else {
        read_input(word);
      }
    }
    // `cpp` only preprocesses; a call with nothing but headers precompiles them.
    if (mode_ == "cpp" || (inputs_ > 0 && headers_ == inputs_)) call_.stops_before_link = true;
    return call_;
  }

 private:
  void read_input(std::string_view word) {
    call_.has_inputs = true;
    ++inputs_;
    Language language = forced_ == Language::kNone ? language_of_ending(word) : forced_;
    if (language == Language::kHeader) ++headers_;
    // g++ takes C files for C++ (clang's driver does likewise, where no -x says otherwise).
    if (language == Language::kHeader) language = call_.is_cxx_driver || is_cxx_header(word) ? Language::kCxx : Language::kC;
    if (language == Language::kC && call_.is_cxx_driver && forced_ == Language::kNone) language = Language::kCxx;
    if (word == "-" && forced_ == Language::kNone) language = call_.is_cxx_driver ? Language::kCxx : Language::kC;
    call_.compiles_c |= language == Language::kC;
    call_.compiles_cxx |= language == Language::kCxx || language == Language::kCuda;
    call_.compiles_cuda |= language == Language::kCuda;
  }

  bool is_cxx_header(std::string_view word) const {
    return forced_ == Language::kHeader ? forced_name_.find("c++") != std::string_view::npos : !word.ends_with(".h");
  }

  void read_option(std::string_view word, std::string_view value) {
    const auto joined = [&](std::string_view prefix) -> std::optional<std::string> {
      if (!word.starts_with(prefix)) return std::nullopt;
      return std::string(word.substr(prefix.size()));
    };
    const auto is_one_of = [&](auto... names) { return ((word == names) || ...); };
    const auto starts_with_one_of = [&](auto... names) { return (word.starts_with(names) || ...); };

    call_.has_inputs |= is_linker_input(word);
    if (std::find(std::begin(kStops), std::end(kStops), word) != std::end(kStops)) call_.stops_before_link = true;
    if (is_one_of("-x", "--language")) force_language(value);
    else if (word.starts_with("--language=")) force_language(word.substr(11));
    else if (word.starts_with("-x")) force_language(word.substr(2));

    if (auto text = joined("--target=")) set_unless_empty(call_.target, *text);
    else if (word == "-target") set_unless_empty(call_.target, std::string(value));
    else if (auto root = joined("--sysroot=")) set_unless_empty(call_.sysroot, *root);
    else if (word == "--sysroot") set_unless_empty(call_.sysroot, std::string(value));
    else if (auto linker = joined("-fuse-ld=")) call_.fuse_ld = *linker;
    else if (auto program = joined("-print-prog-name=")) call_.print_prog_name = *program;
    else if (auto same = joined("--print-prog-name=")) call_.print_prog_name = *same;
    else if (word == "--print-prog-name") call_.print_prog_name = std::string(value);

    call_.has_cpu |= starts_with_one_of("-mcpu=", "-march=", "-mtune=");
    call_.has_gpu |= starts_with_one_of("--cuda-gpu-arch=", "--offload-arch=");
    call_.has_cuda_feature |= starts_with_one_of("--cuda-feature=");
    call_.has_offload_driver |= is_one_of("--offload-new-driver", "--no-offload-new-driver", "-fgpu-rdc");
    call_.has_cuda_path |= is_one_of("-nocudainc", "-nogpuinc") || starts_with_one_of("--cuda-path=");
    call_.has_ld_path |= starts_with_one_of("--ld-path=");
    call_.has_program_prefix |= starts_with_one_of("-B", "--prefix");
    call_.has_gcc |= starts_with_one_of("--gcc-toolchain", "-gcc-toolchain", "--gcc-install-dir", "--gcc-triple");
    call_.has_resource_dir |= starts_with_one_of("-resource-dir", "--resource");
    call_.has_nostdinc |= is_one_of("-nostdinc", "--no-standard-includes", "-nostdlibinc");
    call_.has_nostdincxx |= is_one_of("-nostdinc++") || starts_with_one_of("-stdlib++-isystem");
    call_.is_relocatable |= is_one_of("-r");
    call_.is_static |= is_one_of("-static", "--static", "-static-pie");
    call_.prints_sysroot |= is_one_of("-print-sysroot", "--print-sysroot");
    call_.prints_multiarch |= is_one_of("-print-multiarch", "--print-multiarch");
  }

  void force_language(std::string_view name) {
    forced_name_ = name;
    forced_ = language_of_name(name);
  }

  static void set_unless_empty(std::optional<std::string>& slot, const std::string& value) {
    if (!value.empty()) slot = value;
  }

  DriverCall call_;
  std::string_view mode_;
  Language forced_ = Language::kNone;
  std::string_view forced_name_;
  int inputs_ = 0, headers_ = 0;
};

}  // namespace

DriverCall read_driver_call(std::string_view driver_mode, std::span<const std::string> arguments) {
  return Reader(driver_mode).read(arguments);
}

}  // namespace jetson
