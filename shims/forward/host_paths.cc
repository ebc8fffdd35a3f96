#include "forward/host_paths.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "base/path.h"
#include "forward/clang_options.h"

namespace jetson {
namespace {

// The host's own system directories. What lies below them is the host's, too, but for /usr/lib/<package>, which may be data or
// architecture independent (numpy's headers), and but for the compilers' own.
constexpr std::string_view kSystemRoots[] = {"/usr/include", "/usr/lib",   "/usr/lib32",         "/usr/lib64",     "/usr/libx32",
                                             "/lib",         "/lib32",     "/lib64",             "/libx32",        "/usr/local/include",
                                             "/usr/local/lib", "/usr/local/lib64"};
// Places that a Jetson's own instructions name: taken from the sysroot where it has them, else left alone.
constexpr std::string_view kBoardRoots[] = {"/opt/nvidia", "/usr/src/jetson_multimedia_api"};
// Compilers keep headers and target libraries there: rustlib holds aarch64's standard library (Debian), llvm-N clang's own headers.
constexpr std::string_view kToolchainRoots[] = {"/usr/lib/clang", "/usr/lib/rustlib", "/usr/lib/gcc-cross", "/usr/lib64/clang"};
constexpr std::string_view kHostMultiarchs[] = {"x86_64-linux-gnu", "i386-linux-gnu", "x86_64-linux-gnux32", "x86_64-linux"};
constexpr std::string_view kCudaRoot = "/usr/local/cuda";

template <class Roots>
bool is_within_any(std::string_view path, const Roots& roots) {
  return std::any_of(std::begin(roots), std::end(roots), [&](std::string_view root) { return is_within(path, root); });
}

bool is_host_multiarch(std::string_view part) {
  return std::find(std::begin(kHostMultiarchs), std::end(kHostMultiarchs), part) != std::end(kHostMultiarchs);
}

// "/usr/local/cuda/lib64" and "/usr/local/cuda-12.6/lib64" -> "/lib64"; nothing for other paths.
std::optional<std::string> below_cuda(std::string_view path) {
  if (!path.starts_with(kCudaRoot)) return std::nullopt;
  const std::string_view rest = path.substr(kCudaRoot.size());
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  if (slash != 0 && rest[0] != '-') return std::nullopt;
  return std::string(rest.substr(slash));
}

// Where the same thing may lie in the sysroot, best first.
Words counterparts(const std::string& path, std::string_view multiarch) {
  Words places;
  if (const auto rest = below_cuda(path)) {
    for (const std::string& root : {path.substr(0, path.size() - rest->size()), std::string(kCudaRoot), std::string(kCudaRoot) + "-*"}) {
      places.push_back(root + *rest);
      // A toolkit without the links at its top, or one named for another machine: targets/<name> holds the real directories.
      std::string inner = *rest;
      if (inner.starts_with("/targets/")) inner = inner.substr(std::min(inner.find('/', 9), inner.size()));
      if (inner.starts_with("/lib64")) inner = "/lib" + inner.substr(6);
      if (inner.starts_with("/lib") || inner.starts_with("/include"))
        for (const std::string_view target : {"aarch64-linux", "sbsa-linux"})
          places.push_back(root + "/targets/" + std::string(target) + inner);
    }
    return places;
  }
  std::string translated;
  for (const std::string& part : components(path)) translated.append("/").append(is_host_multiarch(part) ? multiarch : part);
  places.push_back(translated);
  return places;
}

bool has_no_place_in_a_target(const std::string& path) {
  const std::vector<std::string> parts = components(path);
  if (std::any_of(parts.begin(), parts.end(), is_host_multiarch)) return true;
  if (below_cuda(path) || is_within(path, "/usr/include") || is_within(path, "/usr/local/include")) return true;
  return std::find(std::begin(kSystemRoots), std::end(kSystemRoots), path) != std::end(kSystemRoots);
}

// An option that names a search directory, and where in its word the directory starts.
struct Place {
  std::size_t word;
  std::size_t start;
};

// "-I/x" and "-I /x" alike; nothing where the word is no such option.
std::optional<Place> find_directory(const std::vector<std::string>& words, std::size_t i, Grammar grammar) {
  constexpr std::string_view kDriverOptions[] = {"-I", "-L", "-isystem", "-iquote", "-idirafter", "-cxx-isystem",
                                                 "--include-directory", "--include-directory-after", "--library-directory"};
  constexpr std::string_view kLinkerOptions[] = {"-L", "--library-path", "-rpath-link", "--rpath-link"};
  const std::span<const std::string_view> options =
      grammar == Grammar::kDriver ? std::span<const std::string_view>(kDriverOptions) : kLinkerOptions;
  const std::string& word = words[i];
  for (const std::string_view option : options) {
    if (word == option && i + 1 < words.size()) return Place{i + 1, 0};
    if (!word.starts_with(option)) continue;
    std::size_t start = option.size();
    // "-isystem=/x" is not spelt so: its "=" stands for the sysroot.
    const bool takes_equals = option.starts_with("--") || (grammar == Grammar::kLinker && option != "-L");
    if (takes_equals && start < word.size() && word[start] == '=') ++start;
    if (start < word.size() && word[start] == '/') return Place{i, start};
  }
  // The driver hands this on to the linker; one directory a word is how every build system writes it.
  if (grammar == Grammar::kDriver && word.starts_with("-Wl,-L/") && word.find(',', 4) == std::string::npos) return Place{i, 6};
  return std::nullopt;
}

}  // namespace

HostPath judge_host_path(std::string_view path, const Sysroot& sysroot, std::string_view multiarch) {
  HostPath verdict;
  if (!is_absolute(path)) return verdict;
  const std::string normalized = normal(path);
  const bool is_board = is_within_any(normalized, kBoardRoots);
  if (is_within(normalized, normal(sysroot.path())) || is_within_any(normalized, kToolchainRoots)) return verdict;
  if (normalized.starts_with("/usr/lib/llvm-")) return verdict;
  if (!is_board && !is_within_any(normalized, kSystemRoots) && !below_cuda(normalized)) return verdict;

  const auto found = sysroot.find({counterparts(normalized, multiarch)});
  if (!found.empty()) verdict.replace = sysroot.on_host(found.front());
  verdict.is_host = verdict.replace || (!is_board && has_no_place_in_a_target(normalized));
  return verdict;
}

Result<std::vector<std::string>> apply_host_paths(UserArguments& arguments, Grammar grammar, const Setting<HostPaths>& policy,
                                                  const Sysroot& sysroot, std::string_view multiarch) {
  std::vector<std::string> warnings;
  const std::vector<std::string>& words = arguments.words();
  if (policy.value == HostPaths::kAllow || normal(sysroot.path()) == "/") return warnings;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--" && grammar == Grammar::kDriver) break;
    const auto place = find_directory(words, i, grammar);
    const std::size_t next = place                          ? place->word
                             : grammar == Grammar::kDriver ? i + static_cast<std::size_t>(separate_values(words[i]))
                                                           : i;
    const std::string directory = place ? words[place->word].substr(place->start) : "";
    const HostPath verdict = judge_host_path(directory, sysroot, multiarch);
    if (verdict.is_host) {
      const std::string what = "`" + words[i] + (place->word == i ? "" : " " + directory) + "` names a directory of this machine, not of the board";
      const std::string from = "host_paths: was " + directory;
      if (policy.value == HostPaths::kError)
        return Error{.what = what,
                     .where = policy.origin + " (host_paths = \"error\")",
                     .fix = verdict.replace ? "name " + *verdict.replace + " instead, or set host_paths = \"rewrite\""
                                            : "leave it out: the sysroot has no such directory; or set host_paths = \"rewrite\"",
                     .more = {}};
      if (policy.value == HostPaths::kWarn) {
        warnings.push_back(what);
      } else if (verdict.replace) {
        arguments.replace(place->word, words[place->word].substr(0, place->start) + *verdict.replace, from);
      } else {
        arguments.drop(i);
        arguments.drop(place->word);
      }
    }
    i = next;
  }
  return warnings;
}

}  // namespace jetson
