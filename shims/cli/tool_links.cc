#include "cli/tool_links.h"

#include <cstring>
#include <vector>

#include "base/host.h"
#include "base/path.h"
#include "cli/tool_file.h"
#include "forward/tool.h"

namespace jetson {
namespace {

constexpr std::string_view kForwarder = "aarch64-jetson-clang";

}  // namespace

Failure check_prefix(const std::string& prefix) {
  const bool is_plain = prefix.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string::npos;
  const std::string family(kFamily);
  if (is_plain && !prefix.ends_with("-linux-gnu") && (prefix == family || (prefix.starts_with(family + "-") && prefix.size() > family.size() + 1)))
    return std::nullopt;
  return Error{.what = "`" + prefix + "` cannot be the prefix of tools",
               .where = "--name",
               .fix = "choose one such as " + family + "-nano: it starts with " + family + "-, then small letters, digits, - _ .",
               .fault = Fault::kUsage,
               .more = {}};
}

Failure link_tools(const std::string& folder, const std::string& prefix) {
  const std::string forwarder = join(folder, with_program_ending(kForwarder));
  std::vector<std::string> missing;
  for (const std::string& triple : {prefix, prefix + "-linux-gnu"}) {
    for (const Tool& tool : all_tools()) {
      const std::string path = join(folder, with_program_ending(triple + "-" + std::string(tool.name)));
      const ToolFile found = look_at_tool(path, forwarder);
      if (found == ToolFile::kMissing) missing.push_back(path);
      // Under our own prefix they came with the installation: a Python wheel, which holds no links, brings a program for each.
      if (found == ToolFile::kOther && prefix != kFamily)
        return Error{.what = path + " is there, and none of our tools", .where = {}, .fix = "move it away, or choose another --name", .more = {}};
    }
  }
  for (std::size_t i = 0; i < missing.size(); ++i) {
    const int code = make_tool(missing[i], forwarder);
    if (code == 0) continue;
    while (i > 0) remove_tool(missing[--i]);
    return Error{.what = "cannot make links in " + folder + " (" + std::strerror(code) + ")", .where = {}, .fix = "run it as who installed the tools", .more = {}};
  }
  return std::nullopt;
}

}  // namespace jetson
