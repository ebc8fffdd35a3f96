// fatbinary of a CUDA view whose toolkit has only that of another release: `cuda fetch 12.6` finds none of 12 among NVIDIA's Python
// packages. Clang before 22 names an image by --image=profile=sm_87, which CUDA 13's fatbinary no longer takes ("Unknown option
// '-image'"); all since 11.2 take --image3 (tried: 11.2, 11.8, 12.4, 13.0).
#include "base/path.h"
#include "forward/build.h"
#include "forward/cuda_view.h"

namespace jetson {
namespace {

// --image=profile=sm_87,file=k.cubin and --image=profile=compute_87,file=k.ptx
std::string as_image3(const std::string& word) {
  constexpr std::pair<std::string_view, std::string_view> kProfiles[] = {{"--image=profile=sm_", "--image3=kind=elf,sm="},
                                                                         {"--image=profile=compute_", "--image3=kind=ptx,sm="}};
  for (const auto& [profile, image3] : kProfiles)
    if (word.starts_with(profile)) return std::string(image3) + word.substr(profile.size());
  return word;
}

}  // namespace

Result<Command> build_fatbinary_command(const Call& call) {
  const auto sysroot = require_sysroot(call, std::nullopt);
  if (!sysroot) return sysroot.error();
  const auto view = require_cuda_view(call, sysroot->path());
  if (!view) return view.error();
  if (view->fatbinary.empty())
    return Error{.what = "the toolkit's own fatbinary serves here: " + view->toolkit, .where = view->path, .fix = "call that one", .more = {}};
  Command command;
  command.program = view->fatbinary;
  command.arguments.push_back({view->fatbinary, "the CUDA view"});
  // CUDA 13 packs PTX by zstd, 12's own fatbinary by LZ4, which the drivers of that time read.
  command.arguments.push_back({"--compress-mode=speed", "the CUDA view"});
  for (const std::string& word : call.arguments) command.arguments.push_back({as_image3(word), std::string(kUser)});
  return command;
}

}  // namespace jetson
