#include <dlfcn.h>

#include <algorithm>

#include "base/path.h"
#include "doctor/libclang.h"
#include "emit/libclang.h"

namespace jetson {
namespace {

// Of clang-c/Index.h, whose layout is promised to stay.
struct CXString {
  const void* data;
  unsigned private_flags;
};
constexpr int kSeverityError = 3;

// Stays loaded: LLVM's threads and tables do not take well to its going, and this process ends soon.
void* load(const LibClang& libclang, const Disk& disk, std::string& path) {
  std::vector<std::string> names = disk.list(libclang.folder);
  std::erase_if(names, [](const std::string& name) { return !is_libclang(name); });
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    path = join(libclang.folder, name);
    if (void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return library;
  }
  return nullptr;
}

template <class F>
F* function(void* library, const char* name) {
  return reinterpret_cast<F*>(dlsym(library, name));
}

// The first error of parsing `file`; empty where there is none.
std::string parse(void* library, const std::string& file, const std::vector<std::string>& arguments) {
  const auto create_index = function<void*(int, int)>(library, "clang_createIndex");
  const auto parse_unit = function<void*(void*, const char*, const char* const*, int, void*, unsigned, unsigned)>(library, "clang_parseTranslationUnit");
  const auto count = function<unsigned(void*)>(library, "clang_getNumDiagnostics");
  const auto get = function<void*(void*, unsigned)>(library, "clang_getDiagnostic");
  const auto severity = function<int(void*)>(library, "clang_getDiagnosticSeverity");
  const auto spelling = function<CXString(void*)>(library, "clang_getDiagnosticSpelling");
  const auto text_of = function<const char*(CXString)>(library, "clang_getCString");
  const auto dispose_unit = function<void(void*)>(library, "clang_disposeTranslationUnit");
  const auto dispose_index = function<void(void*)>(library, "clang_disposeIndex");
  if (!create_index || !parse_unit || !count || !get || !severity || !spelling || !text_of || !dispose_unit || !dispose_index)
    return "it has not the functions of libclang";
  std::vector<const char*> words;
  words.reserve(arguments.size());
  for (const std::string& argument : arguments) words.push_back(argument.c_str());
  void* const index = create_index(0, 0);
  void* const unit = parse_unit(index, file.c_str(), words.data(), static_cast<int>(words.size()), nullptr, 0, 0);
  std::string error = unit == nullptr ? "it cannot read the file at all" : "";
  for (unsigned i = 0; unit != nullptr && error.empty() && i < count(unit); ++i)
    if (void* diagnostic = get(unit, i); severity(diagnostic) >= kSeverityError) error = text_of(spelling(diagnostic));
  if (unit != nullptr) dispose_unit(unit);
  dispose_index(index);
  return error;
}

}  // namespace

LibClangReading read_by_libclang(const LibClang& libclang, const std::string& file, const std::vector<std::string>& arguments, const Disk& disk) {
  LibClangReading reading;
  void* const library = load(libclang, disk, reading.by);
  const char* const why = library == nullptr ? dlerror() : nullptr;
  reading.error = library != nullptr ? parse(library, file, arguments) : why != nullptr ? why : "no libclang is there";
  return reading;
}

}  // namespace jetson
