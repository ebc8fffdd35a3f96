#include "base/child.h"

#include <cerrno>

namespace jetson {

Result<ChildEnd> run_child(const ChildRequest& request) {
  auto child = Child::start(request);
  if (!child) return child.error();
  std::string out;
  char piece[1 << 14];
  while (true) {
    const auto n = read(child->output(), piece, sizeof piece);
    if (n == 0 || (n < 0 && errno != EINTR)) break;
    if (n > 0) out.append(piece, static_cast<std::size_t>(n));
  }
  ChildEnd end = child->finish();
  end.out = std::move(out);
  return end;
}

}  // namespace jetson
