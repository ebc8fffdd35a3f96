#include "forward/rust_link.h"

#include <algorithm>
#include <iterator>

#include "base/host.h"
#include "base/path.h"

namespace jetson {
namespace {

constexpr std::string_view kStartFiles[] = {"crt1.o", "Scrt1.o", "rcrt1.o", "crti.o"};

struct Shape {
  bool has_rust_input = false, has_libc = false, has_start_file = false, is_relocatable = false;
  bool is_pie = false, is_static = false, is_shared = false;

  bool is_rustc() const { return has_rust_input && has_libc && !has_start_file && !is_relocatable; }
};

Shape read_shape(const std::vector<std::string>& words) {
  Shape shape;
  for (const std::string& given : words) {
    const std::string word = from_host_path(given);
    const auto is_one_of = [&](auto... names) { return ((word == names) || ...); };
    // Objects of rustc, or the folder of Rust's own libraries, which a program without objects of its own still has.
    shape.has_rust_input |= word.ends_with(".rcgu.o") || (word.find("/rustlib/") != std::string::npos && word.ends_with("/lib"));
    shape.has_libc |= word == "-lc";
    shape.has_start_file |= std::find(std::begin(kStartFiles), std::end(kStartFiles), file_name(word)) != std::end(kStartFiles);
    shape.is_relocatable |= is_one_of("-r", "-i", "--relocatable");
    shape.is_pie |= is_one_of("-pie", "--pie", "-pic-executable", "--pic-executable");
    shape.is_static |= is_one_of("-static", "--static");
    shape.is_shared |= is_one_of("-shared", "--shared", "-Bshareable", "-dylib");
  }
  return shape;
}

class Finder {
 public:
  Finder(const Sysroot& sysroot, std::string_view multiarch) : sysroot_(sysroot) {
    const std::string name(multiarch);
    libc_folders_ = {"/usr/lib/" + name, "/lib/" + name, "/usr/lib", "/usr/lib64", "/lib"};
    gcc_ = sysroot.find_gcc(multiarch).directory;
  }

  const std::string& gcc() const { return gcc_; }

  // Nothing, and an error kept, where the file is in none of the folders.
  void add(std::vector<std::string>& list, const std::string& name) {
    const std::vector<std::string>& folders = name.starts_with("crtbegin") || name.starts_with("crtend") ? std::vector{gcc_} : libc_folders_;
    for (const std::string& folder : folders) {
      if (folder.empty() || !sysroot_.has_file(folder + "/" + name)) continue;
      list.push_back(sysroot_.on_host(folder + "/" + name));
      return;
    }
    error_ = Error{.what = "the sysroot has no " + name + ", which every Rust program starts with",
                   .where = sysroot_.path(),
                   .fix = "install the packages libc6-dev and gcc on the board (or in the image) and make the sysroot again",
                   .more = {}};
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  const Sysroot& sysroot_;
  std::vector<std::string> libc_folders_;
  std::string gcc_;
  std::optional<Error> error_;
};

}  // namespace

Result<RustLink> complete_rust_link(const std::vector<std::string>& words, const Sysroot& sysroot, std::string_view multiarch) {
  RustLink link;
  const Shape shape = read_shape(words);
  if (!shape.is_rustc()) return link;

  Finder finder(sysroot, multiarch);
  if (!shape.is_static && !shape.is_shared) link.first = {"-dynamic-linker", "/lib/ld-linux-aarch64.so.1"};
  link.first.push_back("--hash-style=gnu");
  if (!shape.is_shared)
    finder.add(link.first, shape.is_pie && shape.is_static ? "rcrt1.o" : shape.is_pie ? "Scrt1.o" : "crt1.o");
  finder.add(link.first, "crti.o");
  const bool is_position_independent = shape.is_pie || shape.is_shared;
  finder.add(link.first, is_position_independent ? "crtbeginS.o" : shape.is_static ? "crtbeginT.o" : "crtbegin.o");
  finder.add(link.end, is_position_independent ? "crtendS.o" : "crtend.o");
  finder.add(link.end, "crtn.o");
  if (finder.error()) return *finder.error();
  link.last = {"-L" + sysroot.on_host(finder.gcc())};
  return link;
}

}  // namespace jetson
