#include "sysroot/fetch.h"

namespace jetson {

Result<MakeReport> fetch_sysroot(const FetchRequest&, const Environment&, Progress&) {
  return Error{.what = "a sysroot is not fetched on Windows: mmdebstrap and apt run on Linux alone",
               .where = {},
               .fix = "fetch it in WSL, and bring it over: there `aarch64-jetson sysroot pack`, here `aarch64-jetson sysroot unpack`; "
                      "or `aarch64-jetson sysroot make` from an archive or an image of the board",
               .more = {}};
}

}  // namespace jetson
