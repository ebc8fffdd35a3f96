#include "forward/clang_options.h"

#include <algorithm>
#include <iterator>

namespace jetson {
namespace {

struct Row {
  std::string_view option;
  int values;
};

// Sorted. Found by asking clang 14 and 19 for every option they complete and every alias their manuals name: "argument to '-x' is
// missing (expected N values)". tests/e2e/clang_options.sh asks again.
constexpr Row kRows[] = {
    {"--CLASSPATH", 1}, {"--analyzer-output", 1}, {"--assert", 1}, {"--bootclasspath", 1}, {"--classpath", 1}, {"--config", 1},
    {"--define-macro", 1}, {"--encoding", 1}, {"--extdirs", 1}, {"--for-linker", 1}, {"--force-link", 1}, {"--imacros", 1},
    {"--include", 1}, {"--include-directory", 1}, {"--include-directory-after", 1}, {"--include-prefix", 1},
    {"--include-with-prefix", 1}, {"--include-with-prefix-after", 1}, {"--include-with-prefix-before", 1}, {"--language", 1},
    {"--library-directory", 1}, {"--mhwdiv", 1}, {"--no-system-header-prefix", 1}, {"--output", 1}, {"--param", 1},
    {"--prefix", 1}, {"--print-file-name", 1}, {"--print-prog-name", 1}, {"--resource", 1}, {"--rtlib", 1},
    {"--serialize-diagnostics", 1}, {"--specs", 1}, {"--std", 1}, {"--stdlib", 1}, {"--sysroot", 1}, {"--system-header-prefix", 1},
    {"--undefine-macro", 1}, {"--vfsoverlay", 1}, {"-A", 1}, {"-B", 1}, {"-D", 1}, {"-F", 1}, {"-G", 1}, {"-I", 1}, {"-L", 1},
    {"-MF", 1}, {"-MJ", 1}, {"-MQ", 1}, {"-MT", 1}, {"-T", 1}, {"-Tbss", 1}, {"-Tdata", 1}, {"-Ttext", 1}, {"-U", 1}, {"-V", 1},
    {"-Xanalyzer", 1}, {"-Xassembler", 1}, {"-Xclang", 1}, {"-Xcuda-fatbinary", 1}, {"-Xcuda-ptxas", 1}, {"-Xlinker", 1},
    {"-Xoffload-linker", 1}, {"-Xopenmp-target", 1}, {"-Xpreprocessor", 1}, {"-allowable_client", 1}, {"-arch", 1},
    {"-arcmt-migrate-report-output", 1}, {"-b", 1}, {"-bundle_loader", 1}, {"-ccc-arcmt-migrate", 1}, {"-ccc-gcc-name", 1},
    {"-ccc-install-dir", 1}, {"-ccc-objcmt-migrate", 1}, {"-client_name", 1}, {"-compatibility_version", 1},
    {"-current_version", 1}, {"-cxx-isystem", 1}, {"-darwin-target-variant", 1}, {"-darwin-target-variant-triple", 1},
    {"-dependency-dot", 1}, {"-dependency-file", 1}, {"-dsym-dir", 1}, {"-dumpdir", 1}, {"-dylib_file", 1}, {"-e", 1},
    {"-exported_symbols_list", 1}, {"-fdebug-compilation-dir", 1}, {"-fexperimental-openacc-macro-override", 1}, {"-filelist", 1},
    {"-fmodules-user-build-path", 1}, {"-force_load", 1}, {"-framework", 1}, {"-ftrapv-handler", 1}, {"-gen-cdb-fragment-path", 1},
    {"-hlsl-entry", 1}, {"-iapinotes-modules", 1}, {"-idirafter", 1}, {"-iframework", 1}, {"-iframeworkwithsysroot", 1},
    {"-imacros", 1}, {"-image_base", 1}, {"-imultilib", 1}, {"-include", 1}, {"-include-pch", 1}, {"-init", 1},
    {"-install_name", 1}, {"-iprefix", 1}, {"-iquote", 1}, {"-isysroot", 1}, {"-isystem", 1}, {"-isystem-after", 1},
    {"-ivfsoverlay", 1}, {"-iwithprefix", 1}, {"-iwithprefixbefore", 1}, {"-iwithsysroot", 1}, {"-l", 1}, {"-lazy_library", 1},
    {"-meabi", 1}, {"-mllvm", 1}, {"-mmlir", 1}, {"-module-dependency-dir", 1}, {"-mthread-model", 1}, {"-multiply_defined", 1},
    {"-o", 1}, {"-read_only_relocs", 1}, {"-reexport_library", 1}, {"-resource-dir", 1}, {"-rpath", 1}, {"-sectalign", 3},
    {"-sectcreate", 3}, {"-sectobjectsymbols", 2}, {"-sectorder", 3}, {"-seg1addr", 1}, {"-segaddr", 2}, {"-segprot", 3},
    {"-serialize-diagnostics", 1}, {"-specs", 1}, {"-stdlib++-isystem", 1}, {"-sub_library", 1}, {"-sub_umbrella", 1},
    {"-target", 1}, {"-u", 1}, {"-umbrella", 1}, {"-undefined", 1}, {"-unexported_symbols_list", 1}, {"-validator-version", 1},
    {"-vfsoverlay", 1}, {"-weak_framework", 1}, {"-weak_library", 1}, {"-weak_reference_mismatches", 1}, {"-working-directory", 1},
    {"-x", 1}, {"-z", 1},
};

constexpr bool row_less(const Row& a, const Row& b) { return a.option < b.option; }
static_assert(std::is_sorted(std::begin(kRows), std::end(kRows), row_less));

}  // namespace

int separate_values(std::string_view option) {
  // These carry one word joined and take another behind it.
  if (option.starts_with("-Xarch_") || option.starts_with("-Xopenmp-target=")) return 1;
  const Row* row = std::lower_bound(std::begin(kRows), std::end(kRows), Row{option, 0}, row_less);
  return row != std::end(kRows) && row->option == option ? row->values : 0;
}

// Found by `clang -### <option>` with 14 and 19: these show a link, -L, -u, -T, -shared and the others do not.
bool is_linker_input(std::string_view option) {
  constexpr std::string_view kWhole[] = {"-Xlinker",   "-z",       "-rpath",        "-e",           "-framework",
                                         "--for-linker", "-filelist", "-weak_library", "-lazy_library"};
  if (std::find(std::begin(kWhole), std::end(kWhole), option) != std::end(kWhole)) return true;
  return option.starts_with("-Wl,") || option.starts_with("-l") || option.starts_with("--for-linker=") || option.starts_with("-weak-l");
}

}  // namespace jetson
