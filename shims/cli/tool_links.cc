#include "cli/tool_links.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "base/os.h"
#include "base/path.h"
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
  const HostDisk disk;
  std::vector<std::string> missing;
  for (const std::string& triple : {prefix, prefix + "-linux-gnu"}) {
    for (const Tool& tool : all_tools()) {
      const std::string path = join(folder, triple + "-" + std::string(tool.name));
      const Entry entry = disk.entry(path);
      if (!entry.exists) missing.push_back(path);
      // Under our own prefix they came with the installation: a Python wheel, which holds no links, brings a program for each.
      else if (const auto real = disk.real_path(path); prefix != kFamily && (!real || file_name(*real) != kForwarder))
        return Error{.what = path + " is there, and none of our tools", .where = {}, .fix = "move it away, or choose another --name", .more = {}};
    }
  }
  for (std::size_t i = 0; i < missing.size(); ++i) {
    if (symlink(std::string(kForwarder).c_str(), missing[i].c_str()) == 0) continue;
    const int code = errno;
    while (i > 0) unlink(missing[--i].c_str());
    return Error{.what = "cannot make links in " + folder + " (" + std::strerror(code) + ")", .where = {}, .fix = "run it as who installed the tools", .more = {}};
  }
  return std::nullopt;
}

}  // namespace jetson
