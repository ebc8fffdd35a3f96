// One name of our tools: a link to the forwarder, or on Windows another name of its file (tool_file_posix.cc, tool_file_win32.cc).
#pragma once

#include <string>

namespace jetson {

enum class ToolFile { kMissing, kOurs, kOther };

// What is at `path`. kMissing also for one of ours that is to be made again.
ToolFile look_at_tool(const std::string& path, const std::string& forwarder);

// Makes it, in the folder of the forwarder. 0, or errno.
int make_tool(const std::string& path, const std::string& forwarder);

void remove_tool(const std::string& path);

}  // namespace jetson
