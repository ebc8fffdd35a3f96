#include <zstd.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "base/os.h"
#include "sysroot/compress.h"
#include "sysroot/copy.h"

namespace jetson {
namespace {

constexpr int kLevel = 9, kWindowLog = 27;
// Each worker has its tables, a piece of input and one of output: 17 MB in all, beside 180 MB for the window.
constexpr int kJobSize = 8 << 20;
constexpr unsigned kMostWorkers = 16;

struct ContextCloser {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

class ZstdCompressor final : public Compressor {
 public:
  ZstdCompressor(int file, std::string name) : context_(ZSTD_createCCtx()), buffer_(ZSTD_CStreamOutSize()), file_(file), name_(std::move(name)) {
    set(ZSTD_c_compressionLevel, kLevel);
    set(ZSTD_c_windowLog, kWindowLog);
    set(ZSTD_c_enableLongDistanceMatching, 1);
    set(ZSTD_c_checksumFlag, 1);
    // Also where there is one core: without workers other bytes come out.
    set(ZSTD_c_nbWorkers, static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, kMostWorkers)));
    set(ZSTD_c_jobSize, kJobSize);
  }

  Failure add(const void* data, std::size_t size) override {
    ZSTD_inBuffer input{data, size, 0};
    while (input.pos < input.size)
      if (auto failure = step(input, ZSTD_e_continue).failure) return failure;
    return std::nullopt;
  }

  Failure finish() override {
    ZSTD_inBuffer nothing{nullptr, 0, 0};
    for (Step done{.left = 1, .failure = {}}; done.left > 0;)
      if (done = step(nothing, ZSTD_e_end); done.failure) return done.failure;
    return std::nullopt;
  }

 private:
  struct Step {
    std::size_t left;
    Failure failure;
  };

  static Error cannot_compress(const std::string& reason) {
    return {.what = "zstd cannot compress (" + reason + ")", .where = {}, .fix = {}, .fault = Fault::kOurs, .more = {}};
  }

  void set(ZSTD_cParameter parameter, int value) { ZSTD_CCtx_setParameter(context_.get(), parameter, value); }

  Step step(ZSTD_inBuffer& input, ZSTD_EndDirective directive) {
    ZSTD_outBuffer output{buffer_.data(), buffer_.size(), 0};
    const std::size_t left = ZSTD_compressStream2(context_.get(), &output, &input, directive);
    if (ZSTD_isError(left) != 0)
      return {0, cannot_compress(ZSTD_getErrorName(left))};
    if (!write_all(file_, {buffer_.data(), output.pos})) return {0, write_error(name_)};
    return {left, std::nullopt};
  }

  std::unique_ptr<ZSTD_CCtx, ContextCloser> context_;
  std::vector<char> buffer_;
  int file_;
  std::string name_;
};

}  // namespace

std::unique_ptr<Compressor> make_zstd_compressor(int file, const std::string& name) { return std::make_unique<ZstdCompressor>(file, name); }

}  // namespace jetson
