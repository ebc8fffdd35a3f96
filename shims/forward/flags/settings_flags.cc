#include "forward/clang_options.h"
#include "forward/flags/flags.h"

namespace jetson {
namespace {

// What would take the words behind it, ours and the user's, for something else.
std::optional<Error> check_flags(const Words& flags, const std::string& from) {
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const std::string& flag = flags[i];
    if (flag == "--")
      return Error{.what = "a flag of the settings is `--`, behind which clang takes everything for files",
                   .where = from,
                   .fix = "remove it",
                   .more = {}};
    i += static_cast<std::size_t>(separate_values(flag));
    if (i >= flags.size())
      return Error{.what = "the last flag of a list, `" + flag + "`, waits for a value",
                   .where = from,
                   .fix = "write the value behind it, as a string of its own",
                   .more = {}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> add_settings_flags(DriverBuild& build) {
  const DriverCall& asked = build.asked;
  const auto& flags = build.call.settings.flags;
  std::optional<Error> error;
  const auto add = [&](const Setting<Words>& setting, std::string_view key) {
    const std::string from = origin_of(setting, key);
    if (!error) error = check_flags(setting.value, from);
    for (const std::string& flag : setting.value) build.first.push_back({flag, from});
  };
  add(flags.compile, "flags.compile");
  // A call that compiles both takes neither: -std=gnu17 is an error for C++.
  const bool is_cxx = asked.compiles_cxx || (asked.is_cxx_driver && asked.links());
  if (asked.compiles_c && !asked.compiles_cxx) add(flags.c, "flags.c");
  if (is_cxx && !asked.compiles_c) add(flags.cxx, "flags.cxx");
  if (asked.links()) add(flags.link, "flags.link");
  return error;
}

}  // namespace jetson
