#include <lzma.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "base/os.h"
#include "sysroot/compress.h"
#include "sysroot/copy.h"

namespace jetson {
namespace {

constexpr lzma_vli kArm64Filter = 0x0A;  // LZMA_FILTER_ARM64; liblzma before 5.4 has no name for it
// Every block begins with an empty dictionary, so large ones are smaller; and each worker holds one. Three dictionaries, as xz -T0 has it.
constexpr std::uint64_t kBlockSize = 24 << 20;
constexpr std::uint64_t kMostMemory = 520 << 20;  // of the encoder

class XzCompressor final : public Compressor {
 public:
  XzCompressor(int file, std::string name) : buffer_(1 << 18), file_(file), name_(std::move(name)) {
    lzma_lzma_preset(&options_, LZMA_PRESET_DEFAULT);
    lzma_filter* next = filters_;
    if (lzma_filter_encoder_is_supported(kArm64Filter)) *next++ = {kArm64Filter, nullptr};
    *next++ = {LZMA_FILTER_LZMA2, &options_};
    *next = {LZMA_VLI_UNKNOWN, nullptr};
    lzma_mt how{};
    how.filters = filters_;
    how.check = LZMA_CHECK_CRC64;
    how.block_size = kBlockSize;
    how.threads = std::max(1u, std::thread::hardware_concurrency());
    while (how.threads > 1 && lzma_stream_encoder_mt_memusage(&how) > kMostMemory) --how.threads;
    state_ = lzma_stream_encoder_mt(&stream_, &how);
  }
  XzCompressor(const XzCompressor&) = delete;
  XzCompressor& operator=(const XzCompressor&) = delete;
  ~XzCompressor() override { lzma_end(&stream_); }

  Failure add(const void* data, std::size_t size) override {
    stream_.next_in = static_cast<const std::uint8_t*>(data);
    stream_.avail_in = size;
    while (stream_.avail_in > 0)
      if (auto failure = step(LZMA_RUN)) return failure;
    return std::nullopt;
  }

  Failure finish() override {
    while (state_ != LZMA_STREAM_END)
      if (auto failure = step(LZMA_FINISH)) return failure;
    return std::nullopt;
  }

 private:
  Failure step(lzma_action action) {
    stream_.next_out = reinterpret_cast<std::uint8_t*>(buffer_.data());
    stream_.avail_out = buffer_.size();
    if (state_ == LZMA_OK) state_ = lzma_code(&stream_, action);
    if (state_ != LZMA_OK && state_ != LZMA_STREAM_END)
      return Error{.what = "liblzma cannot compress (code " + std::to_string(state_) + ")",
                   .where = {},
                   .fix = state_ == LZMA_MEM_ERROR ? "it needs 600 MB of memory; a .tar.zst needs less" : "",
                   .fault = state_ == LZMA_MEM_ERROR ? Fault::kUser : Fault::kOurs,
                   .more = {}};
    if (!write_all(file_, {buffer_.data(), buffer_.size() - stream_.avail_out})) return write_error(name_);
    return std::nullopt;
  }

  lzma_options_lzma options_{};
  lzma_filter filters_[3];
  lzma_stream stream_ = LZMA_STREAM_INIT;
  lzma_ret state_ = LZMA_OK;
  std::vector<char> buffer_;
  int file_;
  std::string name_;
};

}  // namespace

std::unique_ptr<Compressor> make_xz_compressor(int file, const std::string& name) { return std::make_unique<XzCompressor>(file, name); }

}  // namespace jetson
