#include "base/error.h"

#include "base/text.h"

namespace jetson {

std::string format_error(std::string_view program, const Error& error) {
  std::string text;
  text.append(program).append(": error: ").append(printable(error.what)).append("\n");
  if (!error.where.empty()) text.append("  where: ").append(printable(error.where)).append("\n");
  if (!error.fix.empty()) text.append("  fix:   ").append(printable(error.fix)).append("\n");
  for (const Error& other : error.more) text += format_error(program, other);
  return text;
}

}  // namespace jetson
