#include "sysroot/check_links.h"

#include "base/path.h"
#include "sysroot/scan.h"

namespace jetson {
namespace {

constexpr std::size_t kMostRemembered = 20000;

bool is_read_by_builds(std::string_view name) {
  constexpr std::string_view kEndings[] = {".a", ".o", ".h", ".hpp", ".pc", ".cmake"};
  for (const std::string_view ending : kEndings)
    if (name.ends_with(ending)) return true;
  return has_library_name(name);
}

// Whether the text leads above the sysroot: absolute, or with more ".." than there are directories above the link.
bool leads_out(std::string_view text, const std::string& path) {
  if (is_absolute(text)) return true;
  std::size_t ups = 0;
  for (std::size_t at = 0; at < text.size() && text.compare(at, 2, "..") == 0 && (at + 2 == text.size() || text[at + 2] == '/'); at += 3) ++ups;
  return ups > components(parent(path)).size();
}

}  // namespace

void LinkChecker::report(const std::string& topic, const std::string& path, std::string what, std::string fix, Others& others) {
  if (!is_read_by_builds(file_name(path))) {
    if (others.count++ == 0) others.first = path;
    return;
  }
  findings_.push_back({.kind = Finding::Kind::kProblem, .topic = topic, .what = std::move(what), .where = subject_.on_host(path), .fix = std::move(fix)});
}

void LinkChecker::look_at(const std::string& path) {
  if (++looked_at_ % kMostRemembered == 0) forget();
  const std::string host_path = subject_.on_host(path);
  const std::string text = subject_.disk.entry(host_path).link.value_or("");
  const auto target = sysroot_->resolve(path);
  const bool out = leads_out(text, path);
  const std::string name(file_name(path));

  // The linker takes the archive beside a libX.so that it cannot open, without a word (tried: lld 14 and 19).
  if (name.ends_with(".so") && (out || !target)) {
    const std::string archive = path.substr(0, path.size() - 2) + "a";
    if (sysroot_->has_file(archive) && !subject_.disk.info(host_path).is_file()) {
      findings_.push_back({.kind = Finding::Kind::kProblem,
                           .topic = "static-trap",
                           .what = name + " leads nowhere (" + text + "), and beside it is " + std::string(file_name(archive)) + ", which is linked instead without a word",
                           .where = host_path,
                           .fix = target ? "ln -sfnr " + subject_.on_host(*target) + " " + host_path : "install the library's package on the board and make the sysroot again"});
      return;
    }
  }
  if (out)
    report("escaping-link", path, "the link " + name + " leads out of the sysroot (" + text + ")",
           target ? "make the sysroot again by `aarch64-jetson sysroot make`, which makes such links relative, or ln -sfnr " +
                        subject_.on_host(*target) + " " + host_path
                  : "remove it: what it leads to is not in the sysroot", escaping_);
  else if (!target)
    report("dangling-link", path, "the link " + name + " leads nowhere (" + text + ")",
           "install the package of " + std::string(file_name(text)) + " on the board and make the sysroot again, or remove the link", dangling_);
}

Findings LinkChecker::findings() {
  const auto others = [&](const Others& some, const std::string& topic, const std::string& what) {
    if (some.count == 0) return;
    findings_.push_back({.kind = Finding::Kind::kWarning,
                         .topic = topic,
                         .what = std::to_string(some.count) + (some.count == 1 ? " link that is" : " links that are") +
                                 " no library, header or .pc file " + (some.count == 1 ? "leads " : "lead ") + what + (some.count == 1 ? "" : "; the first"),
                         .where = subject_.on_host(some.first),
                         .fix = "make the sysroot again by `aarch64-jetson sysroot make`, which mends or leaves out such links"});
  };
  others(escaping_, "escaping-link", "out of the sysroot");
  others(dangling_, "dangling-link", "nowhere");
  return std::move(findings_);
}

}  // namespace jetson
